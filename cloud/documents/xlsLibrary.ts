import type { CellObject, DenseWorkSheet, Range } from '@e965/xlsx';
import { builtInCodes } from './cellFormat';

type Library = typeof import('@e965/xlsx');

export type XlsCell = CellObject;
export type XlsRange = Range;
export type XlsSheet = Partial<DenseWorkSheet>;

/**
 * The library for .xls: heavy, so loaded only when there is one to read. By `require`, because only that build brings
 * the code pages of files older than Excel 97.
 */
export function loadXlsLibrary(): Library {
  const library: Library = require('@e965/xlsx');
  // Formats that Chinese Excel and WPS name by number only; without them their dates come out as numbers.
  for (const [id, code] of Object.entries(builtInCodes)) library.SSF.load(code, Number(id));
  return library;
}
