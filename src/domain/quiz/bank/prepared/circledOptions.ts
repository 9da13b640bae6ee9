import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { labelAt } from '../signals/labels';
import { retold } from './retold';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
/** Nothing but circled numbers, as an answer has them. */
const row = '[①-⑩](?:[\\s、，,]*[①-⑩])*';
const answerRow = new RegExp(`(?<=[:：(（【[.、．\\s\\d]|^)${row}(?=[\\s。.;；)）\\]】]|$)`, 'g');
const onlyRow = new RegExp(`^[\\s(（【[]*${row}[\\s)）\\]】。.]*$`);
const keyInStem = new RegExp(`[(（【[]\\s*${row}\\s*[)）\\]】]`);

/**
 * Options that carry ① ② ③ instead of letters, with answers like `②③`: both get letters. Only where no line has
 * options with letters and the answers are circled numbers; else statements may be numbered so, or blanks.
 */
export function withCircledOptions(lines: readonly BankLine[]): BankLine[] {
  const begins = lines.filter(({ text }) => optionChain(text) !== null).length;
  if (begins < 2) return [...lines];
  const answers = lines.filter(({ text, plain }) => {
    const label = labelAt(plain);
    return (label?.label === 'answer' && onlyRow.test(text.slice(label.restAt))) || keyInStem.test(text);
  }).length;
  const isLettered = lines.some(({ text }) => optionsInLine(text).some(({ isSigned }) => isSigned));
  if (answers < 2 || isLettered) return [...lines];
  return lines.map((line) => retold(line, withLetters(line.text)));
}

/** Where the circled numbers of a row of options stand, in order; null where the line has none. */
function optionChain(text: string): number[] | null {
  const start = text.search(/[①-⑩](?![\s、，,]*[①-⑩)）\]】]|\s*$)/);
  if (start < 0) return null;
  const places = [start];
  let next = CIRCLED.indexOf(text[start] ?? '') + 1;
  for (let at = start + 1; at < text.length; at += 1)
    if (text[at] === CIRCLED[next]) {
      places.push(at);
      next += 1;
    }
  // In the middle of a line only a row from ① on.
  const isRow = places.length > 1 && text[start] === '①';
  return text.slice(0, start).trim() === '' || isRow ? places : null;
}

function withLetters(text: string): string {
  const chain = new Set(optionChain(text) ?? []);
  const lettered = [...text].map((sign, at) =>
    chain.has(at) ? `${at > 0 ? '  ' : ''}${letterOf(sign)}. ` : sign,
  );
  return lettered.join('').replace(answerRow, (signs) => signs.replace(/[①-⑩]/g, letterOf));
}

function letterOf(sign: string): string {
  return String.fromCharCode(65 + CIRCLED.indexOf(sign));
}
