import { requireOle } from '../officeFile';
import { DocumentRefused } from '../reading';
import type { Paragraph } from '../textDocument';
import { loadXlsLibrary } from '../xlsLibrary';
import { Bytes } from './bytes';
import { DocText } from './docText';
import { readLists } from './lists';
import { characterLooks, paragraphLooks } from './properties';

/** Where the FIB keeps what (MS-DOC 2.5): offsets in the stream `WordDocument`. */
const FIB = {
  ident: 0,
  version: 2,
  flags: 10,
  length: 76,
  styles: 0xfa,
  paragraphs: 0x102,
  pieces: 0x1a2,
  lists: 0x2e2,
  uses: 0x2ea,
};
const IDENT = 0xa5ec;
/** Word 97; older ones lay out their files otherwise. */
const OLDEST = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Ten times the longest bank. */
const MOST_CHARACTERS = 20_000_000;

/**
 * The paragraphs of a .doc (Word 97 to 2003, WPS) with their looks, numbers and tables. Throws `DocumentRefused`; one
 * of Word 95 and older is `document_kind_unknown`.
 */
export function decodeDoc(content: Uint8Array): Paragraph[] {
  requireOle(content);
  const { CFB } = loadXlsLibrary();
  const container = CFB.read(Buffer.from(content.buffer, content.byteOffset, content.byteLength), {
    type: 'buffer',
  });
  const stream = (name: string): Bytes => {
    const found = CFB.find(container, name)?.content;
    if (!found) throw new DocumentRefused('document_not_its_name');
    return new Bytes(Uint8Array.from(found as Iterable<number>));
  };
  const main = stream('WordDocument');
  if (main.u16(FIB.ident) !== IDENT) throw new DocumentRefused('document_not_its_name');
  if (main.u16(FIB.version) < OLDEST) throw new DocumentRefused('document_kind_unknown');
  const flags = main.u16(FIB.flags);
  if ((flags & ENCRYPTED) !== 0) throw new DocumentRefused('document_locked');
  const table = stream((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table');
  const part = (at: number) => ({ at: main.u32(at), size: main.u32(at + 4) });
  const [characters, paragraphs] = [part(FIB.styles), part(FIB.paragraphs)];
  const text = new DocText(
    characterLooks(main, table, characters.at, characters.size),
    paragraphLooks(main, table, paragraphs.at, paragraphs.size),
    readLists(table, part(FIB.lists), part(FIB.uses)),
  );
  const length = main.u32(FIB.length);
  if (length > MOST_CHARACTERS) throw new DocumentRefused('document_too_large');
  for (const { letter, offset } of charactersOf(main, table, part(FIB.pieces), length))
    text.take(letter, offset);
  return text.finish();
}

/** The characters of the main text in order, each with its place in the stream: by the piece table (MS-DOC 2.4.1). */
function* charactersOf(
  main: Bytes,
  table: Bytes,
  clx: { at: number; size: number },
  length: number,
): Generator<{ letter: string; offset: number }> {
  let at = clx.at;
  const end = clx.at + clx.size;
  // Before the piece table stand groups of properties.
  while (at < end && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (at >= end || table.u8(at) !== 2) throw new DocumentRefused('document_damaged');
  const pieces = Math.floor((table.u32(at + 1) - 4) / 12);
  const plc = at + 5;
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = table.u32(plc + 4 * piece);
    const to = Math.min(table.u32(plc + 4 * (piece + 1)), length);
    const where = table.u32(plc + 4 * (pieces + 1) + 8 * piece + 2);
    const isNarrow = (where & 0x40000000) !== 0;
    const start = isNarrow ? (where & 0x3fffffff) / 2 : where & 0x3fffffff;
    if (to <= from) continue;
    const bytes = main.slice(start, (to - from) * (isNarrow ? 1 : 2));
    const letters = new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes);
    for (let index = 0; index < letters.length; index += 1)
      yield { letter: letters[index] ?? '', offset: start + index * (isNarrow ? 1 : 2) };
  }
}
