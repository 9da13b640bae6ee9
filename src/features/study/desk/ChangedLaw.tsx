import type { Output } from '../../../contract/operations';
import { sayDay } from '../../../domain/calendar/sayDay';
import { Card } from '../../../ui/Card';
import { Words } from '../../../ui/Words';
import { SettleChecks } from './SettleChecks';
import { TakeBackLaw } from './TakeBackLaw';

export type LawChange = Output<'study.lawChecks'>['changes'][number];

interface ChangedLawProps {
  change: LawChange;
  today: string;
  mayTakeBack: boolean;
  onSettled: () => Promise<void>;
}

/** One law with what has changed, and the pieces that wait to be compared with it. */
export function ChangedLaw({ change, today, mayTakeBack, onSettled }: ChangedLawProps) {
  const { title, kind, since, note, pieces } = change;
  const name = title.replace(/[《》]/g, '');
  return (
    <Card title={`《${name}》`} aside={pieces.length > 0 ? `${pieces.length} 篇等核对` : '没有等核对的'}>
      <Words tone="quiet">
        {since.slice(0, 4)}年{sayDay(since)}
        {kind === 'amended' ? '修订' : '废止'}
      </Words>
      {note && <Words>{note}</Words>}
      {pieces.length > 0 && <SettleChecks change={change} today={today} onSettled={onSettled} />}
      {mayTakeBack && <TakeBackLaw change={change} name={name} onTakenBack={onSettled} />}
    </Card>
  );
}
