import type { BankLine } from '../bankLine';
import { numberAt } from '../signals/questionNumber';
import type { Assembly } from './assembly';

/**
 * What goes on in the answer of an essay: its points are numbered like questions, `1.` right below the answer begins
 * them. Essays are only counted, so their lines need no place of their own.
 */
export function takeEssayLine(assembly: Assembly, { plain }: BankLine): boolean {
  const { current: draft, open } = assembly;
  if (draft?.type !== 'essay' || (open !== 'answer' && draft.answers.length === 0)) return false;
  const number = numberAt(plain);
  const isPoint =
    number === null ? assembly.layout.begins !== 'gap' : number.number === assembly.essayPoints + 1;
  if (!isPoint || number?.strength === 'certain') return false;
  if (number) assembly.essayPoints += 1;
  draft.lines += 1;
  return true;
}
