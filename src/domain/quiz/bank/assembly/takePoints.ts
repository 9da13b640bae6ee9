import type { BankLine } from '../bankLine';
import { numberAt } from '../signals/questionNumber';
import { typeLabelAt } from '../signals/typeLabels';
import { asks } from './asks';
import type { Assembly } from './assembly';
import { joined } from './joined';

/**
 * What goes on in the answer of an essay: its points are numbered like questions, `1.` right below the answer begins
 * them. Essays are only counted, so their lines need no place of their own.
 */
export function takeEssayLine(assembly: Assembly, { plain }: BankLine): boolean {
  const { current: draft, open } = assembly;
  if (draft?.type !== 'essay' || (open !== 'answer' && draft.answers.length === 0)) return false;
  const number = numberAt(plain);
  const isPoint = number === null ? assembly.layout.begins !== 'gap' : number.number === assembly.points + 1;
  if (!isPoint || number?.strength === 'certain') return false;
  if (number) assembly.points += 1;
  draft.lines += 1;
  return true;
}

/**
 * Numbered points of an explanation, `1.` below it and what goes on from there; a line that asks is a question again.
 * An answer that follows says that one was: the check then reports it.
 */
export function takeExplanationPoint(assembly: Assembly, line: BankLine): boolean {
  const { current: draft, open, points, lastNumber } = assembly;
  const number = numberAt(line.plain);
  if (!draft || open !== 'explanation' || number === null || asks(line.plain)) return false;
  const isPoint = number.number === points + 1 && (points > 0 || lastNumber > 0);
  if (!isPoint || number.strength === 'certain' || typeLabelAt(line.plain.slice(number.restAt))) return false;
  assembly.points += 1;
  draft.lines += 1;
  draft.explanation = joined(draft.explanation, line.text);
  return true;
}
