import { DayField } from '../../../ui/DayField';

export interface Term {
  from: string;
  /** Empty: not known yet. */
  to: string;
}

/** Whether the days can be sent. */
export function isTermRight({ from, to }: Term): boolean {
  return from !== '' && (to === '' || to >= from);
}

/** From which day to which. */
export function TermFields({
  term,
  openHint,
  onChange,
}: {
  term: Term;
  /** What to do when the last day is not known. */
  openHint: string;
  onChange: (term: Term) => void;
}) {
  const { from, to } = term;
  return (
    <>
      <DayField
        label="从哪天起"
        value={from}
        error={from === '' ? '请选一天' : undefined}
        onChange={(day) => onChange({ ...term, from: day })}
      />
      <DayField
        label="到哪天"
        hint={openHint}
        value={to}
        min={from}
        error={to !== '' && to < from ? '到的那天比开始早' : undefined}
        onChange={(day) => onChange({ ...term, to: day })}
      />
    </>
  );
}
