import type { DecodedRun } from '../styledParagraph';
import { Bytes } from './bytes';

/** How a run of characters looks, and whether it was deleted with changes tracked. */
export type CharacterLook = Omit<DecodedRun, 'text'> & {
  deleted?: true;
  /** What a font of symbols draws instead of the character: its code in the private area. */
  symbol?: number;
};

/** What of a paragraph matters: its list and its place in a table. */
export interface ParagraphLook {
  list: number;
  level: number;
  inTable: boolean;
  endsRow: boolean;
}

/** Stretches of the stream `WordDocument` with what is said of them, in order. */
export interface Spans<T> {
  /** What is said of the byte at `offset`; null where nothing is. */
  at(offset: number): T | null;
}

/** FKPs are pages of 512 bytes of the stream (MS-DOC 2.9.33). */
const PAGE = 512;

/** Word's sixteen colours by number (MS-DOC 2.9.119 Ico); 1 is black. */
const colors = [
  '',
  '',
  '0000FF',
  '00FFFF',
  '00FF00',
  'FF00FF',
  'FF0000',
  'FFFF00',
  'FFFFFF',
  '00008B',
  '008B8B',
  '006400',
  '8B008B',
  '8B0000',
  '808000',
  'A9A9A9',
  'C0C0C0',
];

/** The looks of characters: PlcBteChpx in the table stream leads to ChpxFkp pages (MS-DOC 2.8.5, 2.9.33). */
export function characterLooks(main: Bytes, table: Bytes, at: number, size: number): Spans<CharacterLook> {
  return spansOf(main, table, at, size, (page, count, index) => {
    const offset = main.u8(page + 4 * (count + 1) + index) * 2;
    if (offset === 0) return {};
    return lookOf(new Bytes(main.slice(page + offset + 1, main.u8(page + offset))));
  });
}

/** The same of paragraphs: PlcBtePapx and PapxFkp (MS-DOC 2.8.6, 2.9.175). */
export function paragraphLooks(main: Bytes, table: Bytes, at: number, size: number): Spans<ParagraphLook> {
  return spansOf(main, table, at, size, (page, count, index) => {
    const offset = main.u8(page + 4 * (count + 1) + 13 * index) * 2;
    if (offset === 0) return plainParagraph;
    const words = main.u8(page + offset);
    // A length of 0 says that the next byte is the length, in words.
    const [start, length] =
      words === 0 ? [page + offset + 2, 2 * main.u8(page + offset + 1)] : [page + offset + 1, 2 * words - 1];
    // The first two bytes name the style.
    return length < 2 ? plainParagraph : paragraphOf(new Bytes(main.slice(start + 2, length - 2)));
  });
}

const plainParagraph: ParagraphLook = { list: 0, level: 0, inTable: false, endsRow: false };

function spansOf<T>(
  main: Bytes,
  table: Bytes,
  at: number,
  size: number,
  read: (page: number, count: number, index: number) => T,
): Spans<T> {
  const pages = Math.max(0, Math.floor((size - 4) / 8));
  const starts: number[] = [];
  const values: T[] = [];
  let end = 0;
  for (let index = 0; index < pages; index += 1) {
    const page = (table.u32(at + 4 * (pages + 1) + 4 * index) & 0x3fffff) * PAGE;
    const count = main.u8(page + PAGE - 1);
    for (let run = 0; run < count; run += 1) {
      starts.push(main.u32(page + 4 * run));
      values.push(read(page, count, run));
      end = main.u32(page + 4 * (run + 1));
    }
  }
  return {
    at: (offset) => {
      if (offset >= end) return null;
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return values[low - 1] ?? null;
    },
  };
}

/** Sprms one after another: a code of two bytes whose upper bits tell the size of what follows (MS-DOC 2.2.5.1). */
function* sprmsOf(bytes: Bytes): Generator<{ code: number; at: number }> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.u16(at);
    at += 2;
    yield { code, at };
    const kind = code >> 13;
    if (kind === 6) at += code === 0xd608 ? 1 + bytes.u16(at) : 1 + bytes.u8(at);
    else at += [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 1;
  }
}

function lookOf(bytes: Bytes): CharacterLook {
  const look: CharacterLook = {};
  for (const { code, at } of sprmsOf(bytes)) {
    // 0x80 and 0x81 mean as the style, and its contrary: nothing that sets a run apart from its neighbours.
    const isOn = bytes.u8(at) === 1;
    if (code === 0x0835 && isOn) look.bold = true;
    else if (code === 0x0800 && isOn) look.deleted = true;
    else if ((code === 0x0837 || code === 0x2a53) && isOn) look.struck = true;
    // sprmCSymbol: font, then code (MS-DOC 2.6.1).
    else if (code === 0x6a09) look.symbol = bytes.u16(at + 2);
    else if (code === 0x2a3e && bytes.u8(at) !== 0) look.underline = true;
    else if (code === 0x2a42) setColor(look, 'color', colors[bytes.u8(at)] ?? '');
    else if (code === 0x2a0c) setColor(look, 'highlight', colors[bytes.u8(at)] ?? '');
    else if (code === 0x6870) setColor(look, 'color', colorRef(bytes, at));
    else if (code === 0xca71) setColor(look, 'highlight', colorRef(bytes, at + 5));
  }
  return look;
}

function setColor(look: CharacterLook, field: 'color' | 'highlight', color: string): void {
  if (color === '') delete look[field];
  else look[field] = color;
}

/** Red, green, blue and a byte that says automatic. */
function colorRef(bytes: Bytes, at: number): string {
  if (bytes.u8(at + 3) === 0xff) return '';
  const hex = Buffer.from(bytes.slice(at, 3)).toString('hex').toUpperCase();
  return hex;
}

function paragraphOf(bytes: Bytes): ParagraphLook {
  const look = { ...plainParagraph };
  for (const { code, at } of sprmsOf(bytes)) {
    if (code === 0x460b) look.list = bytes.i16(at);
    else if (code === 0x260a) look.level = bytes.u8(at);
    else if (code === 0x2416) look.inTable = bytes.u8(at) === 1;
    else if (code === 0x2417) look.endsRow = bytes.u8(at) === 1;
  }
  return look;
}
