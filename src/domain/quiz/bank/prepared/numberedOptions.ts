import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { labelAt } from '../signals/labels';
import { retold } from './retold';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const numbered = /^\s*(\d{1,2})\s*(?:[.、)]\s+|[.、)](?=[^\d\s]))/;
const places = /^\s*[([]?\s*[1-9](?:\s*[,、;]?\s*[1-9])*\s*[)\]]?\s*[。.]?\s*$/;

/**
 * Options that carry `1.` `2.` `3.` below a stem without a number, and an answer that is one of those: both get circled
 * numbers, which are understood further on. Only where every answer is such a number right below such a row from 1 on.
 */
export function withNumberedOptions(lines: readonly BankLine[]): readonly BankLine[] {
  const answers = lines.flatMap(({ plain }, index) => (labelAt(plain)?.label === 'answer' ? [index] : []));
  if (answers.length < 2 || lines.some(({ text }) => /[①-⑩]/.test(text))) return lines;
  const told = [...lines];
  for (const answer of answers) {
    const line = lines[answer];
    const rest = line ? (labelAt(line.plain)?.restAt ?? 0) : 0;
    const row = rowAbove(lines, answer);
    if (!line || row < 2 || !places.test(line.plain.slice(rest))) return lines;
    const chosen = line.plain.slice(rest).match(/[1-9]/g) ?? [];
    if (chosen.some((place) => Number(place) > row)) return lines;
    told[answer] = retold(
      line,
      `${line.text.slice(0, rest)}${chosen.map((place) => CIRCLED[Number(place) - 1]).join('')}`,
    );
    for (let place = 1; place <= row; place += 1) {
      const option = lines[answer - row + place - 1];
      const head = option ? numbered.exec(option.plain)?.[0].length : undefined;
      if (option && head)
        told[answer - row + place - 1] = retold(option, `${CIRCLED[place - 1]}${option.text.slice(head)}`);
    }
  }
  return told;
}

/** How many lines right above carry 1 to n, the line above those something else; 0 without. */
function rowAbove(lines: readonly BankLine[], answer: number): number {
  const numberOf = (index: number) => Number(numbered.exec(lines[index]?.plain ?? '')?.[1] ?? 0);
  const last = numberOf(answer - 1);
  if (last < 2 || last > CIRCLED.length) return 0;
  for (let place = last; place >= 1; place -= 1) {
    const at = answer - 1 - last + place;
    if (numberOf(at) !== place || optionsInLine(lines[at]?.text ?? '').length > 0) return 0;
  }
  return lines[answer - last - 1] ? last : 0;
}
