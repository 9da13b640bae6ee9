import { CFB } from '@e965/xlsx';

/** A paragraph of a .doc made for a test; `ends` is its mark: 13 of a paragraph, 7 of a cell or row. */
export interface MadeDocParagraph {
  text: string;
  /** Sprms of its characters, and of the paragraph. */
  look?: number[];
  paragraph?: number[];
  ends?: 7 | 13;
}

const PAGE = 512;
const TEXT_AT = 2048;

/** A .doc (Word 97) with these paragraphs: one piece of text, one page each of looks of characters and paragraphs. */
export function docOf(
  paragraphs: readonly MadeDocParagraph[],
  { isEncrypted = false, isNarrow = false, lists = Buffer.alloc(0), uses = Buffer.alloc(0) } = {},
): Buffer {
  const marked = paragraphs.map(({ text, ends = 13 }) => text + String.fromCharCode(ends));
  const text = Buffer.from(marked.join(''), isNarrow ? 'latin1' : 'utf16le');
  const width = isNarrow ? 1 : 2;
  const bounds = [TEXT_AT];
  for (const part of marked) bounds.push((bounds[bounds.length - 1] ?? 0) + part.length * width);
  const pagesAt = Math.ceil((TEXT_AT + text.length) / PAGE) * PAGE;
  const main = Buffer.alloc(pagesAt + 2 * PAGE);
  text.copy(main, TEXT_AT);
  page(
    paragraphs.map(({ look = [] }) => [look.length, ...look]),
    1,
    false,
  ).copy(main, pagesAt);
  page(
    paragraphs.map(({ paragraph = [] }) => {
      const properties = [0, 0, ...paragraph, ...(paragraph.length % 2 === 0 ? [0] : [])];
      return [(properties.length + 1) / 2, ...properties];
    }),
    13,
    true,
  ).copy(main, pagesAt + PAGE);
  const characters = words([TEXT_AT, bounds[bounds.length - 1] ?? 0, pagesAt / PAGE]);
  const looks = words([TEXT_AT, bounds[bounds.length - 1] ?? 0, pagesAt / PAGE + 1]);
  const length = marked.join('').length;
  const pieces = Buffer.concat([
    Buffer.from([2]),
    words([16, 0, length]),
    Buffer.from([0, 0]),
    words([isNarrow ? ((TEXT_AT * 2) | 0x40000000) >>> 0 : TEXT_AT]),
    Buffer.from([0, 0]),
  ]);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(isEncrypted ? 0x0100 : 0, 10);
  main.writeUInt16LE(14, 32);
  main.writeUInt16LE(22, 62);
  main.writeUInt32LE(length, 76);
  main.writeUInt16LE(93, 152);
  let at = 0;
  for (const [place, part] of [
    [0xfa, characters],
    [0x102, looks],
    [0x1a2, pieces],
    [0x2e2, lists],
    [0x2ea, uses],
  ] as const) {
    main.writeUInt32LE(at, place);
    main.writeUInt32LE(part.length, place + 4);
    at += part.length;
  }
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, 'WordDocument', main);
  CFB.utils.cfb_add(
    container,
    '0Table',
    Buffer.concat([characters, looks, pieces, lists, uses, Buffer.alloc(64)]),
  );
  return CFB.write(container, { type: 'buffer' }) as Buffer;

  /** A page of properties: the bounds of the stretches, then where in the page each one's properties are. */
  function page(properties: readonly number[][], size: number, isParagraphs: boolean): Buffer {
    const made = Buffer.alloc(PAGE);
    for (const [index, bound] of bounds.entries()) made.writeUInt32LE(bound, 4 * index);
    let end = PAGE - 1;
    for (const [index, bytes] of properties.entries()) {
      if (bytes.length < 2 && !isParagraphs) continue;
      end = Math.floor((end - bytes.length) / 2) * 2;
      Buffer.from(bytes).copy(made, end);
      made[4 * bounds.length + size * index] = end / 2;
    }
    made[PAGE - 1] = properties.length;
    return made;
  }
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * index);
  return bytes;
}
