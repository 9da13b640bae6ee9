import type { BankLine } from '../bankLine';
import type { Draft, DraftOption } from '../draft';
import type { FoundOption } from '../optionMarkers';
import type { Assembly } from './assembly';
import { colorOf, isMarked, withoutTick } from './optionLook';

/** The options `found` in a line, with their `texts`; `offset` is where the part begins in which they were found. */
export function addOptions(
  assembly: Assembly,
  draft: Draft,
  texts: readonly string[],
  found: readonly FoundOption[],
  line: BankLine,
  offset = 0,
): void {
  for (const [index, text] of texts.entries()) {
    const from = offset + (found[index]?.start ?? 0);
    const to = found[index + 1] ? offset + (found[index + 1]?.start ?? 0) : line.text.length;
    pushOption(
      assembly,
      draft,
      { letter: found[index]?.letter ?? null, text, marked: false },
      line,
      from,
      to,
    );
  }
  draft.lines += 1;
  assembly.open = 'option';
}

/** One option that stands in `line` between `from` and `to`, marked where the layout says that marks are the key. */
export function pushOption(
  { layout, usual }: Assembly,
  draft: Draft,
  option: DraftOption,
  line: BankLine,
  from = 0,
  to = line.text.length,
): void {
  let { text } = option;
  let marked = false;
  if (layout.key === 'tick') {
    const ticked = withoutTick(text);
    marked = ticked.hasTick || (/^\s*√/.test(line.plain) && from === 0);
    text = ticked.text;
  }
  if (layout.key === 'look') marked = isMarked(line, from, to, usual);
  const color = layout.key === 'look' && marked ? colorOf(line, from, to, usual) : '';
  draft.options.push({ ...option, text, marked, ...(color === '' ? {} : { color }) });
}
