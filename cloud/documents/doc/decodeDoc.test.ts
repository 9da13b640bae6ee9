import { docOf } from '../../testing/docFile';
import { decodeText } from '../decodeText';

const red = [0x42, 0x2a, 6];
const trueRed = [0x70, 0x68, 0xff, 0, 0, 0];
const bold = [0x35, 0x08, 1];
const underlined = [0x3e, 0x2a, 1];
const deleted = [0x00, 0x08, 1];
const inTable = [0x16, 0x24, 1];
const rowEnd = [...inTable, 0x17, 0x24, 1];

const read = async (content: Buffer) => (await decodeText(content, '题库.doc')).paragraphs;

it('gives paragraphs with soft breaks and tabs; one byte a letter or two', async () => {
  const wide = await read(docOf([{ text: '一、单选题' }, { text: '1. 题干\u000b下一行\tA' }, { text: ' ' }]));
  expect(wide.map(({ text }) => text)).toEqual(['一、单选题', '1. 题干\n下一行\tA']);
  const narrow = await read(docOf([{ text: 'caf\u00e9' }], { isNarrow: true }));
  expect(narrow.map(({ text }) => text)).toEqual(['café']);
});

it('tells colours, bold and underlined text; what was deleted is gone', async () => {
  const paragraphs = await read(
    docOf([
      { text: 'A.甲', look: red },
      { text: 'B.乙', look: trueRed },
      { text: 'C.丙', look: [...bold, ...underlined] },
      { text: '删', look: deleted },
      { text: 'D.丁' },
    ]),
  );
  expect(
    paragraphs.map(({ text, runs }) => [text, runs?.[0]?.color, runs?.[0]?.bold, runs?.[0]?.underline]),
  ).toEqual([
    ['A.甲', 'FF0000', undefined, undefined],
    ['B.乙', 'FF0000', undefined, undefined],
    ['C.丙', undefined, true, true],
    ['D.丁', undefined, undefined, undefined],
  ]);
});

it('leaves codes of fields out and keeps what they show', async () => {
  const [one] = await read(docOf([{ text: '第\u0013PAGE\u00143\u0015页' }]));
  expect(one?.text).toBe('第3页');
});

it('knows the cells of tables', async () => {
  const cell = (text: string) => ({ text, ends: 7 as const, paragraph: inTable });
  const end = { text: '', ends: 7 as const, paragraph: rowEnd };
  const paragraphs = await read(
    docOf([{ text: '前' }, cell('题号'), cell('1'), end, cell('答案'), cell('A'), end, { text: '后' }]),
  );
  expect(paragraphs.map(({ text, cell: place }) => [text, place?.table, place?.row, place?.column])).toEqual([
    ['前', undefined, undefined, undefined],
    ['题号', 0, 0, 0],
    ['1', 0, 0, 1],
    ['答案', 0, 1, 0],
    ['A', 0, 1, 1],
    ['后', undefined, undefined, undefined],
  ]);
});

it('counts the numbers that Word draws', async () => {
  const level = (format: number, pattern: string) => {
    const head = Buffer.alloc(28);
    head.writeInt32LE(1, 0);
    head[4] = format;
    const length = Buffer.alloc(2);
    length.writeUInt16LE(pattern.length, 0);
    return Buffer.concat([head, length, Buffer.from(pattern, 'utf16le')]);
  };
  const entry = (id: number) => {
    const bytes = Buffer.alloc(28);
    bytes.writeInt32LE(id, 0);
    bytes[26] = 1;
    return bytes;
  };
  const lists = Buffer.concat([
    Buffer.from([2, 0]),
    entry(7),
    entry(9),
    level(0, '\u0000.'),
    level(3, '\u0000.'),
  ]);
  const use = (id: number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeInt32LE(id, 0);
    return bytes;
  };
  const uses = Buffer.concat([Buffer.from([2, 0, 0, 0]), use(7), use(9)]);
  const item = (text: string, list: number) => ({ text, paragraph: [0x0b, 0x46, list, 0, 0x0a, 0x26, 0] });
  const paragraphs = await read(
    docOf([item('题一', 1), item('甲', 2), item('乙', 2), item('题二', 1)], { lists, uses }),
  );
  expect(paragraphs.map(({ numbering }) => numbering)).toEqual(['1.', 'A.', 'B.', '2.']);
});

it('says of Word 95 and older that it cannot read it', async () => {
  const old = docOf([{ text: '题' }]);
  const at = old.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
  old.writeUInt16LE(0x65, at + 2);
  await expect(decodeText(old, 'a.doc')).rejects.toMatchObject({ refusal: 'document_kind_unknown' });
});
