import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { ChangedLaw } from './ChangedLaw';
import { MarkLaw } from './MarkLaw';

/** 依据变化: mark a law as amended or repealed, and check the pieces that rest on it. */
export function LawChecks() {
  const checks = useCloud('study.lawChecks', {});
  return (
    <Loaded from={checks} lines={8}>
      {({ changes, more, mayMark, today }) => (
        <>
          {changes.length === 0 && <EmptyState sentence="还没有标过有变化的依据" />}
          {changes.map((change) => (
            <ChangedLaw
              key={change.id}
              change={change}
              today={today}
              mayTakeBack={mayMark}
              onSettled={checks.reload}
            />
          ))}
          {more && <Words tone="quiet">还有一些没列出来，核对完这些会接着列</Words>}
          {mayMark && <MarkLaw today={today} onMarked={checks.reload} />}
        </>
      )}
    </Loaded>
  );
}
