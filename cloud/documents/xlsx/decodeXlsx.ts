import { requireZip } from '../officeFile';
import { TableLimits } from '../tableLimits';
import type { Sheet, Workbook } from '../workbook';
import { readXml } from '../xml';
import { openZip } from '../zipParts';
import { readCellFormats } from './cellFormats';
import { readSharedStrings } from './sharedStrings';
import { SheetReader, type SheetSurroundings } from './sheetReader';
import { readWorkbookPart } from './workbookPart';

/** The cells of an .xlsx, streamed part by part. Throws `DocumentRefused`. */
export async function decodeXlsx(content: Uint8Array): Promise<Workbook> {
  requireZip(content);
  const parts = await openZip(content);
  const book = await readWorkbookPart(parts);
  const around: SheetSurroundings = {
    strings: book.sharedStrings ? await readSharedStrings(await parts.open(book.sharedStrings)) : [],
    formats: book.styles ? await readCellFormats(await parts.open(book.styles)) : [],
    is1904: book.is1904,
    limits: new TableLimits(),
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, path } of book.sheets) {
    around.limits.sheet();
    const reader = new SheetReader(around);
    await readXml(await parts.open(path), reader);
    sheets.push({ name, hidden, rows: reader.rows, merges: reader.merges });
  }
  return book.is1904 ? { kind: 'xlsx', sheets, is1904: true } : { kind: 'xlsx', sheets };
}
