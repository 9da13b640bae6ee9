import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { labelAt } from '../signals/labels';
import { retold } from './retold';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const bracketed = /[(（]\s*([1-9]|10)\s*[)）]\s*(?=\S)/g;
const digits = /^\s*[(（]?\s*\d{1,2}(?:\s*[,，、;；]?\s*\d{1,2})*\s*[)）]?\s*[。.]?\s*$/;

/**
 * Options that carry （1）（2）（3）, with answers like `2` or `1、3`: both get circled numbers, which are understood
 * further on. Only below questions with numbers of another kind, where several answers are such numbers and nothing
 * has letters.
 */
export function withBracketedOptions(lines: readonly BankLine[]): readonly BankLine[] {
  const firsts = lines.filter(({ plain }) => /^\s*\(\s*1\s*\)/.test(plain)).length;
  if (firsts < 2) return lines;
  const answers = lines.filter(({ plain }) => answerIn(plain) !== null).length;
  const isOther = lines.some(
    ({ text }) => /[①-⑩]/.test(text) || optionsInLine(text).some(({ isSigned }) => isSigned),
  );
  const asked = lines.filter(({ plain }) => /^\s*(?:第\s*)?\d{1,4}\s*(?:题|[.、])/.test(plain)).length;
  if (isOther || answers < 2 || answers < firsts / 2 || asked < firsts) return lines;
  return lines.map((line) => {
    const answer = answerIn(line.plain);
    if (answer === null)
      return /^\s*\(\s*\d/.test(line.plain)
        ? retold(
            line,
            line.text.replace(bracketed, (_, number: string) => CIRCLED[Number(number) - 1] ?? ''),
          )
        : line;
    const signs = line.text
      .slice(answer)
      .replace(/[^\d]+/g, ' ')
      .trim()
      .split(' ');
    const circled = signs.map((sign) => CIRCLED[Number(sign) - 1] ?? sign).join('');
    return retold(line, `${line.text.slice(0, answer)}${circled}`);
  });
}

/** Where the numbers of an answer begin; null where the line is no answer of numbers alone. */
function answerIn(plain: string): number | null {
  const label = labelAt(plain);
  return label?.label === 'answer' && digits.test(plain.slice(label.restAt)) ? label.restAt : null;
}
