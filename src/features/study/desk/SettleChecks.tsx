import { useState } from 'react';
import { mostSettledAtOnce } from '../../../domain/study/law/lawChange';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { Stack, Words } from '../../../ui/Words';
import type { LawChange } from './ChangedLaw';
import { CheckedPieces } from './CheckedPieces';
import { RefusedStep } from './RefusedStep';

interface SettleChecksProps {
  change: LawChange;
  today: string;
  onSettled: () => Promise<void>;
}

/** The pieces of a law to be compared with its new version: those chosen still hold, in one word with one date. */
export function SettleChecks({ change, today, onSettled }: SettleChecksProps) {
  const theirs = change.pieces.filter((piece) => !piece.mine);
  const [picked, setPicked] = useState<readonly string[]>();
  const [versionOn, setVersionOn] = useState(change.kind === 'amended' ? change.since : '');
  const [missing, setMissing] = useState<'pieces' | 'day'>();
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, clearError } = useAction('study.settleLawChecks');
  // A single one is meant without being picked.
  const chosen = theirs.filter(({ id }) => (picked ? picked.includes(id) : theirs.length === 1));
  const pick = (ids: readonly string[]) => {
    setPicked(ids);
    setMissing(undefined);
    clearError();
  };
  const ask = () => {
    if (chosen.length === 0) return setMissing('pieces');
    if (versionOn === '') return setMissing('day');
    return chosen.length === 1 ? settle() : setAsking(true);
  };
  const settle = async () => {
    const done = await run({ versionOn, pieces: chosen.map(({ id, version }) => ({ id, version })) });
    setAsking(false);
    if (!done) return;
    announce(`${done.settled} 篇核对好了，照常给大家看`);
    setPicked(undefined);
    await onSettled();
  };
  return (
    <Stack>
      <CheckedPieces
        pieces={change.pieces}
        chosen={chosen.map((piece) => piece.id)}
        onChoose={theirs.length > 1 ? pick : undefined}
      />
      {theirs.length > 0 && (
        <>
          {missing === 'pieces' && <Words tone="bad">请先选核对过的稿件</Words>}
          {theirs.length > mostSettledAtOnce && (
            <Words tone="quiet">一次最多选 {mostSettledAtOnce} 篇，其余接着核对</Words>
          )}
          <DayField
            label="对照的版本日期"
            max={today}
            value={versionOn}
            error={missing === 'day' ? '请选对照的那一版的日期' : undefined}
            onChange={(day) => {
              setVersionOn(day);
              setMissing(undefined);
              clearError();
            }}
          />
          {error && <RefusedStep error={error} onRefresh={onSettled} />}
          <Button kind="secondary" isBusy={isBusy} onPress={ask}>
            {chosen.length > 1 ? `这 ${chosen.length} 篇核对过，仍然适用` : '核对过，仍然适用'}
          </Button>
        </>
      )}
      {isAsking && (
        <Confirm
          title={`${chosen.length} 篇都对照过了？`}
          sentence={`每一篇都会记下由您核对，版本日期改为 ${versionOn}，照常给大家看`}
          confirmWords="都核对过"
          isBusy={isBusy}
          onConfirm={settle}
          onCancel={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
