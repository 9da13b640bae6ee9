import type { BankLine } from '../bankLine';
import { blanksOf } from '../blanks';
import { optionsInLine } from '../optionMarkers';
import { numberAt } from '../signals/questionNumber';
import { retold } from './retold';

/**
 * Questions that run on within a line, `…？ A.甲 B.乙 2、…（ ） A.…`, each on a line of its own. Only the number that
 * comes next parts a line, in a line of questions or options, and only before something that asks.
 */
export function withGluedQuestions(lines: readonly BankLine[]): BankLine[] {
  let number = 0;
  return lines.flatMap((line) => {
    const own = numberAt(line.plain);
    if (own && own.strength !== 'bare') number = own.number;
    else if (optionsInLine(line.text).length === 0) return [line];
    const parts: BankLine[] = [];
    let rest = line;
    while (true) {
      const at = nextQuestion(rest.plain, number + 1);
      if (at === null) break;
      parts.push(retold(rest, rest.text.slice(0, at).trim()));
      rest = retold(rest, rest.text.slice(at).trim());
      number += 1;
    }
    return [...parts, rest];
  });
}

/** Where `number` begins another question in the line, behind its first options; null where it does not. */
function nextQuestion(plain: string, number: number): number | null {
  // Most lines do not even have the digits.
  if (plain.indexOf(String(number), 1) < 0) return null;
  const found = new RegExp(`(?<=\\s)${number}\\s*[.、](?=\\s*[^\\d\\s])`).exec(plain);
  if (!found || optionsInLine(plain).length + (plain.match(/[A-J]\s*[.、]/g)?.length ?? 0) === 0) return null;
  const behind = plain.slice(found.index + found[0].length);
  const asking = behind.split(/[A-J]\s*[.、]/)[0] ?? '';
  const isAsked = blanksOf(asking) > 0 || /[([]\s*[A-J]{1,6}\s*[)\]]|[?]\s*$/.test(asking);
  return isAsked ? found.index : null;
}
