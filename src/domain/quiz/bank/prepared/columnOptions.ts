import type { BankLine } from '../bankLine';
import { retold } from './retold';

const marker = '[(（]?[A-JＡ-Ｊ]\\s*[.、．)）:：]';
const gap = new RegExp(`\\s{2,}(?=${marker})`);
const letter = /^\s*[(]?([A-J])\s*[.、):]/;

/**
 * Options set in columns, `A.甲    C.丙` over `B.乙    D.丁`, each on a line of its own; their letters put them in order
 * later. Only where the letter behind the gap is not the next one, but begins the next line.
 */
export function withColumnOptions(lines: readonly BankLine[]): readonly BankLine[] {
  const codeOf = (plain: string) => letter.exec(plain)?.[1]?.charCodeAt(0) ?? null;
  return lines.flatMap((line, index) => {
    const first = codeOf(line.plain);
    const parts = first === null ? [] : line.text.split(gap);
    if (first === null || parts.length < 2) return [line];
    const second = codeOf(retold(line, parts[1] ?? '').plain);
    const isNext = (one: BankLine | undefined, code: number) =>
      one !== undefined && codeOf(one.plain) === code;
    const isColumn =
      second !== null &&
      second > first + 1 &&
      (isNext(lines[index + 1], first + 1) || isNext(lines[index - 1], first - 1));
    return isColumn ? parts.map((part) => retold(line, part.trim())) : [line];
  });
}
