import { decodeInThread } from './inThread';
import { unpackWorkbook } from './packedWorkbook';
import type { Reading } from './reading';
import type { Workbook } from './workbook';

/**
 * The cells of a table file by the extension of its name (.xlsx, .xls, .csv), decoded in a thread of its own.
 * No formula is calculated, no macro looked at. Whatever cannot be read is a refusal, not an error.
 */
export async function readTable(content: Uint8Array, name: string): Promise<Reading<Workbook>> {
  const reading = await decodeInThread<string>({ decode: 'table', content, name });
  return reading.ok ? { ok: true, document: unpackWorkbook(reading.document) } : reading;
}
