import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { ErrorState } from '../../../ui/Notes';
import type { Desk, DeskPiece } from './deskPiece';

export interface LayInOrderProps {
  /** Approved and without a day, in the order in which they are to come out. */
  pieces: readonly DeskPiece[];
  desk: Desk;
  onLaid: () => Promise<void>;
}

/** Lays what waits for a day on the free working days of the plan, one after another; stops at the first refusal. */
export function LayInOrder({ pieces, desk, onLaid }: LayInOrderProps) {
  const { run, isBusy, error } = useAction('study.schedule');
  const free = desk.plan.filter(({ piece }) => piece === null).map(({ day }) => day);
  // The plan is of one organisation: whoever writes for several lays each piece by itself.
  const [own, ...more] = desk.writeFor;
  const waiting = pieces
    .filter(({ organisationName }) => organisationName === own?.name)
    .slice(0, free.length);
  if (!desk.maySchedule || more.length > 0 || waiting.length === 0) return null;
  const lay = async () => {
    let laid = 0;
    for (const { id: pieceId, version } of waiting) {
      const publishOn = free[laid];
      if (!publishOn || !(await run({ pieceId, version, publishOn }))) break;
      laid += 1;
    }
    if (laid > 0) announce(`排好了 ${laid} 篇`);
    await onLaid();
  };
  return (
    <>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button kind="secondary" isInline isBusy={isBusy} onPress={() => void lay()}>
        {waiting.length === 1 ? '排到最近空着的日子' : `${waiting.length} 篇依次排到空着的日子`}
      </Button>
    </>
  );
}
