import { lettersOf } from '../answerValue';
import type { BankLine } from '../bankLine';
import { truthOf } from '../truthWords';
import { retold } from './retold';

/** Numbers in a row without any label are a grid only from so many on. */
const LEAST_UNLABELLED = 3;

/** `题号 1 2 3` over `答案 A B C` as one line of a list of answers: `1.A 2.B 3.C`. */
export function withKeyGrids(lines: readonly BankLine[]): BankLine[] {
  const found: BankLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const next = lines[at + 1];
    const text = next ? entriesOf(line.plain, next.plain) : null;
    found.push(text === null ? line : retold(line, text));
    if (text !== null) at += 1;
  }
  return found;
}

function entriesOf(upper: string, lower: string): string | null {
  const head = /^\s*(题号|序号|题目|题序)?\s*[:|]?\s*((?:\d{1,4}[.、]?[\s|、,]+)*\d{1,4}[.、]?)[\s|]*$/.exec(
    upper,
  );
  const body = /^\s*(?:(?:参考|正确|标准)?答案|选项)?\s*[:|]?\s*(.+?)[\s|]*$/.exec(lower);
  if (!head || !body) return null;
  const numbers = (head[2] ?? '')
    .split(/[\s|、,.]+/)
    .filter(Boolean)
    .map(Number);
  const answers = (body[1] ?? '').split(/[\s|]+/).filter(Boolean);
  const isLabelled = head[1] !== undefined;
  if (numbers.length < (isLabelled ? 1 : LEAST_UNLABELLED) || answers.length !== numbers.length) return null;
  if (numbers.some((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1)) return null;
  if (!answers.every((answer) => lettersOf(answer) !== null || truthOf(answer) !== null)) return null;
  const entries = numbers.map((number, index) => `${number}.${answers[index]}`).join('  ');
  return isLabelled ? `答案：${entries}` : entries;
}
