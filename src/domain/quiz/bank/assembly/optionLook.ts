import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { plainForm } from '../plainForm';

const tickAtEnd = /\s*[([]?√[)\]]?\s*$/;
const tickAtStart = /^\s*[([]?√[)\]]?\s*/;

/** An option's text without the tick before or behind it. */
export function withoutTick(text: string): { text: string; hasTick: boolean } {
  const plain = plainForm(text);
  const end = tickAtEnd.exec(plain);
  const start = tickAtStart.exec(plain);
  return {
    text: text.slice(start ? start[0].length : 0, end ? end.index : undefined),
    hasTick: end !== null || start !== null,
  };
}

/** Most of what stands in `line` between `from` and `to`, or its first sign (the letter), looks unlike `usual`. */
export function isMarked(line: BankLine, from: number, to: number, usual: string): boolean {
  const looks = line.looks;
  if (looks === null) return line.look !== usual;
  const blanksBefore = line.text.slice(0, from).replace(/\s/g, '').length;
  const own = looks.slice(blanksBefore, blanksBefore + line.text.slice(from, to).replace(/\s/g, '').length);
  const unlike = own.filter((look) => look !== usual).length;
  return own.length > 0 && (unlike > own.length / 2 || own[0] !== usual);
}

/** The colour (or else the shading) of most of what is marked between `from` and `to`; empty without one. */
export function colorOf(line: BankLine, from: number, to: number, usual: string): string {
  const blanksBefore = line.text.slice(0, from).replace(/\s/g, '').length;
  const length = line.text.slice(from, to).replace(/\s/g, '').length;
  const own = line.looks?.slice(blanksBefore, blanksBefore + length).filter((look) => look !== usual);
  const [color = '', highlight = ''] = (own?.[own.length - 1] ?? line.look).split('|');
  return color || highlight;
}

/** Plain text is the usual look where so many lines have it; what looks otherwise is marked, however many do. */
const PLAIN_SHARE = 0.1;

/** The look of options that nothing marks: of all lines where no option has a letter. */
export function usualLook(lines: readonly BankLine[]): string {
  const options = lines.filter(({ text }) => optionsInLine(text).length > 0);
  const counted = options.length > 1 ? options : lines;
  const counts = new Map<string, number>();
  for (const { look } of counted) counts.set(look, (counts.get(look) ?? 0) + 1);
  if ((counts.get('') ?? 0) > counted.length * PLAIN_SHARE) return '';
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}
