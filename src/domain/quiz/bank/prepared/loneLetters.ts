import type { BankLine } from '../bankLine';
import { retold } from './retold';

/** `A` on a line and its option on the next, as pages are copied: one line again. Only for letters in their order. */
export function withLoneLetters(lines: readonly BankLine[]): BankLine[] {
  const letterAt = (index: number) =>
    /^\s*([A-J])\s*$/.exec(lines[index]?.plain ?? '')?.[1]?.charCodeAt(0) ?? null;
  const isOption = (index: number) => {
    const letter = letterAt(index);
    if (letter === null || lines[index + 1] === undefined || letterAt(index + 1) !== null) return false;
    return letterAt(index - 2) === letter - 1 || (letter === 65 && letterAt(index + 2) === 66);
  };
  return lines.flatMap((line, index) => {
    if (index > 0 && isOption(index - 1)) return [];
    return isOption(index) ? [retold(line, `${line.text.trim()}. ${lines[index + 1]?.text ?? ''}`)] : [line];
  });
}
