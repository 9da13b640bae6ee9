import { decodeCsv } from './decodeCsv';
import { decodeXls } from './decodeXls';
import { extensionOf } from './extensionOf';
import { DocumentRefused } from './reading';
import type { Workbook } from './workbook';
import { decodeXlsx } from './xlsx/decodeXlsx';

/** A table file by the extension of its name: .xlsx, .xls, .csv. Refuses by throwing `DocumentRefused`. */
export async function decodeTable(content: Uint8Array, name: string): Promise<Workbook> {
  const workbook = await decodeByName(content, name);
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new DocumentRefused('document_empty');
  return workbook;
}

async function decodeByName(content: Uint8Array, name: string): Promise<Workbook> {
  switch (extensionOf(name)) {
    case 'xlsx':
      return decodeXlsx(content);
    case 'xls':
      return decodeXls(content);
    case 'csv':
      return decodeCsv(content);
    default:
      throw new DocumentRefused('document_kind_unknown');
  }
}
