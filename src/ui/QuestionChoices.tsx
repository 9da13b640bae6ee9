import type { ChoiceKind } from '../domain/quiz/grade';
import { ChoiceGroup, type Verdict } from './ChoiceGroup';

export interface QuestionChoicesProps {
  type: ChoiceKind;
  /** What is asked; read before the options. */
  stem: string;
  /** Empty for true-false, which has 对 and 错. */
  options: readonly string[];
  /** Indexes as the contract has them; of true-false 1 is true and 0 is false. */
  chosen: readonly number[];
  onChoose: (chosen: number[]) => void;
  /** After grading: what to say at each option. */
  answerKey?: readonly number[];
  /** Sent: shown, no longer pressed. */
  isLocked: boolean;
}

/** The options of one question, of whatever type, before and after grading. */
export function QuestionChoices({ type, stem, options, chosen, onChoose, ...rest }: QuestionChoicesProps) {
  const verdicts = rest.answerKey && verdictsOf(chosen, rest.answerKey);
  if (type !== 'trueFalse') {
    return (
      <ChoiceGroup
        label={stem}
        kind={type}
        options={options}
        chosen={chosen}
        onChoose={onChoose}
        verdicts={verdicts}
        isLocked={rest.isLocked}
      />
    );
  }
  return (
    <ChoiceGroup
      label={stem}
      kind="single"
      options={['对', '错']}
      hasLetters={false}
      chosen={chosen.map(turn)}
      onChoose={(shown) => onChoose(shown.map(turn))}
      verdicts={
        verdicts && Object.fromEntries(Object.entries(verdicts).map(([at, said]) => [turn(+at), said]))
      }
      isLocked={rest.isLocked}
    />
  );
}

/** People read 对 before 错; the contract counts false as 0. */
function turn(index: number): number {
  return 1 - index;
}

function verdictsOf(chosen: readonly number[], key: readonly number[]): Record<number, Verdict> {
  const said: Record<number, Verdict> = {};
  for (const index of chosen) said[index] = key.includes(index) ? 'right' : 'wrong';
  for (const index of key) said[index] ??= 'missed';
  return said;
}
