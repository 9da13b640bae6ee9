import { roleOf } from './columnRoles';
import { plainForm } from './plainForm';
import type { SourceSheet } from './sheetRecords';
import { truthOf } from './truthWords';

/** Headers stand near the top. */
const FIRST_ROWS = 30;

/**
 * A sheet with a column 对 and a column 错, one of them ticked in each row, as one with a column of answers; any other
 * as it is. A row with both or none ticked has no answer.
 */
export function withTruthColumns(sheet: SourceSheet): SourceSheet {
  const head = sheet.rows
    .slice(0, FIRST_ROWS)
    // A row of a question may say 对 and 错 too; a header names the stem beside them.
    .findIndex(
      ({ cells }) =>
        cells.filter(({ text }) => isWord(text)).length === 2 &&
        cells.some(({ text }) => roleOf(text) === 'stem') &&
        !cells.some(({ text }) => roleOf(text) === 'answer'),
    );
  const words = sheet.rows[head]?.cells.filter(({ text }) => isWord(text)) ?? [];
  const right = words.find(({ text }) => truthOf(text) === true)?.column;
  const wrong = words.find(({ text }) => truthOf(text) === false)?.column;
  if (right === undefined || wrong === undefined) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => {
      if (index < head) return row;
      const others = row.cells.filter(({ column }) => column !== right && column !== wrong);
      const isTicked = (at: number) =>
        /^[√○●vV1]$/.test(plainForm(row.cells.find(({ column }) => column === at)?.text ?? '').trim());
      const said = isTicked(right) === isTicked(wrong) ? '' : isTicked(right) ? '对' : '错';
      const text = index === head ? '答案' : said;
      const column = Math.min(right, wrong);
      const cells = [...others, ...(text === '' ? [] : [{ column, text, formula: false }])];
      return { ...row, cells: cells.sort((one, other) => one.column - other.column) };
    }),
  };
}

const isWord = (text: string) => /^(?:对|错|正确|错误|√|×)$/.test(plainForm(text).trim());
