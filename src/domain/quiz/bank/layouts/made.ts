import type { SourceParagraph, StyledRun } from '../bankLine';
import type { BankSource } from '../readBank';

/** A made-up bank in one layout, and what it must come to: kind, key and number of options, or the code of a problem. */
export interface MadeLayout {
  name: string;
  sources: BankSource[];
  expected: string[];
}

/** A text file, line by line. */
export const text = (content: string, file = '题库.txt'): BankSource => ({
  kind: 'text',
  file,
  unit: '行',
  paragraphs: content
    .split('\n')
    .map((line, index) => ({ text: line.trim(), heading: null, numbering: null, line: index + 1 }))
    .filter((line) => line.text !== ''),
});

/** Sheets of a workbook by their names. */
export const table = (
  sheets: Record<string, readonly (readonly string[])[]>,
  merges: { top: number; left: number; bottom: number; right: number }[] = [],
): BankSource => ({
  kind: 'table',
  file: '题库.xlsx',
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    merges,
    rows: rows.map((cells, index) => ({
      row: index + 1,
      cells: cells.flatMap((cell, column) => (cell === '' ? [] : [{ column, text: cell, formula: false }])),
    })),
  })),
});

/** A parsed JSON file. */
export const json = (value: unknown): BankSource => ({ kind: 'json', file: '题库.json', json: value });

/** Paragraphs of a word processor; a part in `{…}` looks as `look` says. */
export const styled = (look: Omit<StyledRun, 'text'>, ...paragraphs: string[]): BankSource => ({
  kind: 'text',
  file: '题库.docx',
  unit: '段',
  paragraphs: paragraphs.map((content): SourceParagraph => {
    const runs = content
      .split(/(\{[^}]*\})/)
      .filter(Boolean)
      .map(
        (part): StyledRun => (part.startsWith('{') ? { text: part.slice(1, -1), ...look } : { text: part }),
      );
    return { text: runs.map((run) => run.text).join(''), heading: null, numbering: null, runs };
  }),
});

/** Tables of a document: each row its cells. */
export const celled = (...parts: (string | string[][])[]): BankSource => {
  let number = -1;
  return {
    kind: 'text',
    file: '题库.docx',
    unit: '段',
    paragraphs: parts.flatMap((part): SourceParagraph[] => {
      if (typeof part === 'string') return [{ text: part, heading: null, numbering: null }];
      number += 1;
      return part.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          cell === ''
            ? []
            : cell.split('\n').map((line) => ({
                text: line,
                heading: null,
                numbering: null,
                cell: { table: number, row, column },
              })),
        ),
      );
    }),
  };
};

/** What Q1 to Q3 come to, Q1 and Q2, and three true-false statements. */
export const three = ['single A 3', 'multiple AB 3', 'trueFalse false 0'];
export const two = ['single A 3', 'multiple AB 3'];
export const judged = ['trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0'];

/** Three questions about the same things, told in every layout; none of it is taken from a real bank. */
export const Q1 = '食品经营许可证应当摆放在（ ）。';
export const Q2 = '食品标签应当标明（ ）。';
export const Q3 = '超过保质期的食品可以降价出售。';
export const O1 = ['经营场所显著位置', '仓库', '办公室'];
export const O2 = ['名称', '生产日期', '老板姓名'];
/** Options with their letters. */
export const lettered = (options: string[], sign = '.') =>
  options.map((option, index) => `${'ABC'[index]}${sign}${option}`);
export const L1 = lettered(O1).join('\n');
export const L2 = lettered(O2).join('\n');
