import type { Readable } from 'node:stream';
import { builtInFormat, type CellFormat, formatOfCode } from '../cellFormat';
import { readXml } from '../xml';

/** The formats in the order in which cells name them (`s`). */
export async function readCellFormats(part: Readable): Promise<CellFormat[]> {
  const own = new Map<string, CellFormat>();
  const formats: CellFormat[] = [];
  let isCells = false;
  await readXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(attributes.numFmtId ?? '', formatOfCode(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) {
        const id = attributes.numFmtId ?? '0';
        formats.push(own.get(id) ?? builtInFormat(Number(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}
