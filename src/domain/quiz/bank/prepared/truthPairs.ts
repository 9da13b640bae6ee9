import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { truthOf } from '../truthWords';
import { retold } from './retold';

/**
 * `对` and `错` on two lines of their own below a statement are its options; they get letters. More than two such lines
 * together are a list of answers and stay.
 */
export function withTruthPairs(lines: readonly BankLine[]): BankLine[] {
  // Where other options have no letters either, these need none.
  if (!lines.some(({ text }) => optionsInLine(text).some(({ isSigned }) => isSigned))) return [...lines];
  const said = lines.map(({ plain }) => {
    const words = plain.replace(/√/g, '').trim();
    return words.length > 0 ? truthOf(words) : null;
  });
  return lines.map((line, index) => {
    const first = said[index - 1] != null ? index - 1 : index;
    const isPair =
      said[first] != null &&
      said[first + 1] != null &&
      said[first] !== said[first + 1] &&
      said[first - 1] == null &&
      said[first + 2] == null;
    return isPair && (index === first || index === first + 1)
      ? retold(line, `${index === first ? 'A' : 'B'}. ${line.text}`)
      : line;
  });
}
