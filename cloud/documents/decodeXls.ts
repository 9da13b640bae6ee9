import { formatOfCode } from './cellFormat';
import { keepableText } from './keepableText';
import { numberCell } from './numberCell';
import { requireOle } from './officeFile';
import { DocumentRefused } from './reading';
import { TableLimits } from './tableLimits';
import type { Cell, Sheet, SheetRow, Workbook } from './workbook';
import { loadXlsLibrary, type XlsCell, type XlsRange, type XlsSheet } from './xlsLibrary';

/** The cells of an .xls (Excel 95 to 2003, WPS). Throws `DocumentRefused`. */
export function decodeXls(content: Uint8Array): Workbook {
  requireOle(content);
  const book = readBook(content);
  const limits = new TableLimits();
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, at): Sheet => {
    limits.sheet();
    const sheet = book.Sheets[name] ?? {};
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    return { name, hidden, rows: rowsOf(sheet, is1904, limits), merges: mergesOf(sheet, limits) };
  });
  return is1904 ? { kind: 'xls', sheets, is1904 } : { kind: 'xls', sheets };
}

function readBook(content: Uint8Array) {
  try {
    return loadXlsLibrary().read(content, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: true,
      cellHTML: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/password-protected/i.test(reason)) throw new DocumentRefused('document_locked');
    // An OLE file without a workbook in it: a .doc renamed.
    if (/find workbook/i.test(reason)) throw new DocumentRefused('document_not_its_name');
    throw new DocumentRefused('document_damaged');
  }
}

function rowsOf(sheet: XlsSheet, is1904: boolean, limits: TableLimits): SheetRow[] {
  const rows: SheetRow[] = [];
  const hidden = sheet['!rows'] ?? [];
  // forEach passes over the holes of sparse arrays: a range to the last column costs nothing.
  (sheet['!data'] ?? []).forEach((line, at) => {
    const cells: Cell[] = [];
    line?.forEach((cell, column) => {
      const content = contentOf(cell, is1904);
      if (content.text !== '' || content.formula) cells.push({ column, ...content });
    });
    if (cells.length === 0) return;
    limits.row(cells);
    const row: SheetRow = { row: at + 1, cells };
    if (hidden[at]?.hidden) row.hidden = true;
    rows.push(row);
  });
  return rows;
}

function contentOf(cell: XlsCell, is1904: boolean): Omit<Cell, 'column'> {
  const shared = { formula: cell.f !== undefined, error: cell.t === 'e' };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    return { ...shared, ...numberCell(cell.v, formatOfCode(String(cell.z ?? 'General')), is1904) };
  }
  const shown = cell.t === 'e' || cell.t === 'b' ? (cell.w ?? cell.v) : cell.v;
  return {
    ...shared,
    text: cell.t === 'z' ? '' : keepableText(String(shown ?? '')),
    number: null,
    day: null,
  };
}

function mergesOf(sheet: XlsSheet, limits: TableLimits): Sheet['merges'] {
  return (sheet['!merges'] ?? []).map(({ s, e }: XlsRange) => {
    limits.merge();
    return { top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c };
  });
}
