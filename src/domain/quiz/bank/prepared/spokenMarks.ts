import type { BankLine } from '../bankLine';
import { retold } from './retold';

/** Behind an option: at the end of the line, or before the next letter. At its start it is a label. */
const spoken =
  /(?<=\S)\s*[（(]\s*(?:正确答案|正确选项|正确项)\s*[)）](?=\s*(?:$|[;；,，]|[（(]?[B-JＢ-Ｊ]\s*[.、．)）:：]))/g;
const starred = /^\*+\s?(?=[(（]?[A-JＡ-Ｊ]\s*[.、．)）:：])/;

const marker = '[(（]?[A-JＡ-Ｊ]\\s*[.、．)）:：]';
/** A tick, an option's letter, and its words up to the next of either. */
const tick = '[√✓✔☑✅]';
const ticked = new RegExp(`${tick}\\s*(${marker}.*?)(?=\\s*${tick}|\\s*(?<![A-Za-z])${marker}|$)`, 'g');
const tickFirst = new RegExp(`^\\s*${tick}\\s*${marker}`);

/**
 * `√A.甲 B.乙 √C.丙` with each tick behind its option, where ticks stand in front: in the midst of a line it would
 * seem to belong to the option before it.
 */
function withTicksBehind(lines: readonly BankLine[]): readonly BankLine[] {
  const isFront =
    lines.some(({ text }) => tickFirst.test(text)) && !lines.some(({ plain }) => /√\s*$/.test(plain));
  if (!isFront) return lines;
  return lines.map((line) => retold(line, line.text.replace(ticked, '$1 √')));
}

/** `季度(正确答案)`, as survey tools write it, and `*B.季度` say what a tick says. */
export function withSpokenMarks(lines: readonly BankLine[]): BankLine[] {
  const stars = lines.filter(({ text }) => starred.test(text)).length;
  return withTicksBehind(lines).map((line) => {
    const text = line.text.replace(spoken, ' √');
    return retold(line, stars > 1 ? text.replace(starred, '√ ') : text);
  });
}
