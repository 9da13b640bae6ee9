import { decodePlainText } from './plainText';
import { DocumentRefused } from './reading';
import { TableLimits } from './tableLimits';
import type { Cell, SheetRow, Workbook } from './workbook';

const DELIMITERS = [',', ';', '\t'] as const;
/** Enough of a file to see which sign parts its columns. */
const SAMPLE_LINES = 20;

/** The cells of a .csv (RFC 4180, with comma, semicolon or tab) as one sheet. Throws `DocumentRefused`. */
export function decodeCsv(content: Uint8Array): Workbook {
  const { text } = decodePlainText(content);
  const limits = new TableLimits();
  const rows: SheetRow[] = [];
  // The line that Excel itself writes and reads to name the sign.
  const named = /^sep=(.)\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? delimiterOf(body);
  let row = named ? 1 : 0;
  for (const fields of recordsOf(body, delimiter)) {
    row += 1;
    const cells = fields.map(cellOf).filter((cell) => cell.text !== '');
    if (cells.length === 0) continue;
    limits.row(cells);
    rows.push({ row, cells });
  }
  return { kind: 'csv', sheets: [{ name: '', hidden: false, rows, merges: [] }] };
}

/** `="0123"` is how Excel is told to keep a text; the text is meant. */
function cellOf(field: string, column: number): Cell {
  const kept = /^="(.*)"$/s.exec(field);
  return { column, text: kept?.[1] ?? field, number: null, day: null, formula: false, error: false };
}

/** The sign that stands oftenest outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const sample = text
    .split('\n', SAMPLE_LINES)
    .join('\n')
    .replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((sign) => sample.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A quote opens only at the start of a field; a field that never closes means that the file breaks off. */
function* recordsOf(text: string, delimiter: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      const rest = endOfField(text, end + 1, delimiter);
      field = text.slice(at + 1, end).replaceAll('""', '"') + text.slice(end + 1, rest);
      at = rest;
    } else {
      const end = endOfField(text, at, delimiter);
      field = text.slice(at, end);
      at = end;
    }
    fields.push(field);
    const isLast = at >= text.length;
    if (isLast || text[at] === '\n') {
      yield fields;
      fields = [];
    }
    at += 1;
  }
  // The last line ends in an empty field and no line break.
  if (fields.length > 0) yield fields;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw new DocumentRefused('document_damaged');
}

function endOfField(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}
