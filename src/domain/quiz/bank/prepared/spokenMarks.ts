import type { BankLine } from '../bankLine';
import { retold } from './retold';

/** Behind an option: at the end of the line, or before the next letter. At its start it is a label. */
const spoken =
  /(?<=\S)\s*[（(]\s*(?:正确答案|正确选项|正确项)\s*[)）](?=\s*(?:$|[;；,，]|[（(]?[B-JＢ-Ｊ]\s*[.、．)）:：]))/g;
const starred = /^\*+\s?(?=[(（]?[A-JＡ-Ｊ]\s*[.、．)）:：])/;

/** `季度(正确答案)`, as survey tools write it, and `*B.季度` say what a tick says. */
export function withSpokenMarks(lines: readonly BankLine[]): BankLine[] {
  const stars = lines.filter(({ text }) => starred.test(text)).length;
  return lines.map((line) => {
    const text = line.text.replace(spoken, ' √');
    return retold(line, stars > 1 ? text.replace(starred, '√ ') : text);
  });
}
