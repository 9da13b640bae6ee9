import { CFB, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { docOf } from '../testing/docFile';
import { docxOf, docxParagraph, xlsxOf, xlsxParts } from '../testing/officeFiles';
import { decodeTable } from './decodeTable';
import { decodeText } from './decodeText';
import { attempt } from './reading';
import { readText } from './readText';
import { writeZip } from './writeZip';

/** The refusal, or `read`. */
async function table(content: Uint8Array, name = 'a.xlsx'): Promise<string> {
  const reading = await attempt(() => decodeTable(content, name));
  return reading.ok ? 'read' : reading.refusal;
}
async function text(content: Uint8Array, name = 'a.docx'): Promise<string> {
  const reading = await attempt(() => decodeText(content, name));
  return reading.ok ? 'read' : reading.refusal;
}

const roster = xlsxOf([{ rows: [['姓名'], ['江晨']] }]);
const letter = docxOf(docxParagraph('正文'));
const ole = (stream: string): Buffer => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, stream, Buffer.alloc(5000));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
};
const parts = xlsxParts([{ rows: [['姓名']] }]);
const changed = (path: string, change: (content: string) => string) =>
  writeZip(
    parts.map((part) => (part.path === path ? { path, content: change(String(part.content)) } : part)),
  );

describe('what is not what its name says', () => {
  it.each([
    ['a web page called .xlsx', '<html><table></table></html>', 'a.xlsx'],
    ['a web page called .xls', '<html><table></table></html>', 'a.xls'],
    ['a .docx called .xlsx', letter, 'a.xlsx'],
    ['an .xlsx called .xls', roster, 'a.xls'],
    ['a .doc called .xls', ole('WordDocument'), 'a.xls'],
    ['a picture called .csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0, 1]), 'a.csv'],
    ['an .xlsx called .csv', roster, 'a.csv'],
  ])('%s', async (_, content, name) => {
    expect(['document_not_its_name', 'document_damaged']).toContain(await table(Buffer.from(content), name));
  });

  it('an .xlsx called .docx, and a text called .docx', async () => {
    expect(await text(roster)).toBe('document_not_its_name');
    expect(await text(Buffer.from('正文'))).toBe('document_not_its_name');
  });

  it.each(['a.pdf', 'a', 'a.xlsx.exe', 'a.xlsm', '.xlsx/..'])('the name %s', async (name) => {
    expect(await table(roster, name)).toBe('document_kind_unknown');
    expect(await text(roster, name)).toBe('document_kind_unknown');
  });
});

it('says of a file with a passphrase that it is locked', async () => {
  expect(await table(ole('EncryptedPackage'), 'a.xlsx')).toBe('document_locked');
  expect(await table(ole('EncryptedPackage'), 'a.xls')).toBe('document_locked');
  expect(await text(ole('EncryptedPackage'), 'a.docx')).toBe('document_locked');
  expect(await text(docOf([{ text: '正文' }], { isEncrypted: true }), 'a.doc')).toBe('document_locked');
});

it('says of an empty file that it is damaged, and of one without content that it is empty', async () => {
  for (const name of ['a.xlsx', 'a.xls']) expect(await table(Buffer.alloc(0), name)).toBe('document_damaged');
  expect(await text(Buffer.alloc(0), 'a.txt')).toBe('document_empty');
  expect(await text(Buffer.from(' \n　\n'), 'a.txt')).toBe('document_empty');
  expect(await text(docxOf('<w:p/>'))).toBe('document_empty');
  expect(await table(xlsxOf([{ rows: [] }]))).toBe('document_empty');
  expect(await table(Buffer.from(',,\n,,'), 'a.csv')).toBe('document_empty');
});

describe('made to burst', () => {
  it('a part that unpacks to a thousand times its size', async () => {
    expect(await table(changed('xl/worksheets/sheet1.xml', () => ' '.repeat(8_000_000)))).toBe(
      'document_too_large',
    );
  });

  it('a part that says it is small and is not', async () => {
    const content = Buffer.from(changed('xl/worksheets/sheet1.xml', () => ' '.repeat(8_000_000)));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(8_000_000);
    for (let at = content.indexOf(size); at !== -1; at = content.indexOf(size))
      content.writeUInt32LE(1000, at);
    expect(await table(content)).toBe('document_damaged');
  });

  it('more parts than any file has', async () => {
    const many = Array.from({ length: 4001 }, (_, at) => ({ path: `p${at}`, content: '' }));
    expect(await table(writeZip([...parts, ...many]))).toBe('document_too_large');
  });

  it('exactly 50,000 rows may be, one more not', async () => {
    const rows = (count: number) => Buffer.from('江晨\n'.repeat(count));
    expect(await table(rows(50_000), 'a.csv')).toBe('read');
    expect(await table(rows(50_001), 'a.csv')).toBe('document_too_large');
  });

  it('one long text that thousands of cells point to', async () => {
    const shared = (cells: number) =>
      xlsxOf([{ rows: Array.from({ length: cells }, () => ['长'.repeat(5_000)]) }]);
    expect(await table(shared(1_000))).toBe('read');
    expect(await table(shared(1_001))).toBe('document_too_large');
  });

  it('a hundred thousand lines may be, one more not, and no text of more than five million characters', async () => {
    const read = async (text: string) => {
      const reading = await readText(Buffer.from(text), 'a.txt');
      return reading.ok ? reading.document.paragraphs.length : reading.refusal;
    };
    expect(await read('一\n'.repeat(100_000))).toBe(100_000);
    expect(await read('一\n'.repeat(100_001))).toBe('document_too_large');
    expect(await read('a'.repeat(5_000_000))).toBe(1);
    expect(await read('a'.repeat(5_000_001))).toBe('document_too_large');
  });

  it('more merged ranges than two for each row', async () => {
    const merges = '<mergeCell ref="A1:A2"/>'.repeat(100_001);
    const content = writeZip(
      parts.map((part) =>
        part.path.includes('sheet1')
          ? { ...part, content: String(part.content).replace('</worksheet>', `${merges}</worksheet>`) }
          : part,
      ),
    );
    expect(await table(content)).toBe('document_too_large');
  });

  it.each([
    ['entities that double', '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'],
    ['entities of other files', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'],
    ['a document type elsewhere', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'],
  ])('%s', async (_, doctype) => {
    const content = changed('xl/sharedStrings.xml', () => `${doctype}<sst><si><t>&a;</t></si></sst>`);
    expect(await table(content)).toBe('document_damaged');
    const document = writeZip([{ path: 'word/document.xml', content: `${doctype}<w:document/>` }]);
    expect(await text(document)).toBe('document_damaged');
  });
});

it('two parts of one name are refused: which of them counts differs from program to program', async () => {
  expect(await table(writeZip([...parts, ...parts.slice(-1)]))).toBe('document_damaged');
});

it.each(['zwei', '0', '-1', '1.5', '1e9', ''])(
  'a row that calls itself %s follows the one before',
  async (name) => {
    const moreRows = `<row r="${name}"><c t="inlineStr"><is><t>乙</t></is></c></row>`;
    const book = await decodeTable(xlsxOf([{ rows: [['甲']], moreRows }]), 'a.xlsx');
    expect(book.sheets[0]?.rows.map(({ row, cells }) => [row, cells[0]?.text])).toEqual([
      [1, '甲'],
      [2, '乙'],
    ]);
  },
);

it.each(['_x0000_', '_xD800_', '_x001B_'])('a sign that no database keeps (%s) is left out', async (sign) => {
  const book = await decodeTable(xlsxOf([{ rows: [[`甲${sign}乙`]] }]), 'a.xlsx');
  expect(book.sheets[0]?.rows[0]?.cells[0]?.text).toBe('甲乙');
});

it('a relation out of the file is not followed', async () => {
  const content = changed('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      'Target="worksheets/sheet1.xml"',
      'TargetMode="External" Target="http://127.0.0.1/sheet1.xml"',
    ),
  );
  expect(await table(content)).toBe('document_empty');
});

it('XML that is not well-formed is damaged', async () => {
  for (const broken of ['<sst><si></sst>', '<sst', '<sst><si><t>&x;</t></si></sst>', '<a/><b/>']) {
    expect(await table(changed('xl/sharedStrings.xml', () => broken))).toBe('document_damaged');
  }
});

it('a file cut off anywhere is refused, never half read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: roster.length - 1 }), async (length) => {
      expect(['document_damaged', 'document_not_its_name']).toContain(
        await table(roster.subarray(0, length)),
      );
    }),
    { numRuns: 50 },
  );
});

it('an .xls cut off anywhere gives every row or none', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(Array.from({ length: 300 }, (_, at) => [`江晨${at}`])),
    '名册',
  );
  const content = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  for (let length = 0; length < content.length; length += 997) {
    const reading = await attempt(() => decodeTable(content.subarray(0, length), 'a.xls'));
    if (reading.ok) expect(reading.document.sheets[0]?.rows).toHaveLength(300);
  }
});

it('a .doc cut off or damaged anywhere comes to a reading, and what is no .doc is refused', async () => {
  const whole = docOf([{ text: '一、单选题' }, { text: '1. 题干' }]);
  for (let length = 0; length < whole.length; length += 701)
    expect(['document_damaged', 'document_not_its_name', 'document_empty', 'read']).toContain(
      await text(whole.subarray(0, length), 'a.doc'),
    );
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const changed = Buffer.from(whole);
      changed[at] = byte;
      expect(typeof (await text(changed, 'a.doc'))).toBe('string');
    }),
    { numRuns: 200 },
  );
  for (const other of [
    letter,
    roster,
    ole('Workbook'),
    Buffer.from('{\\rtf1 }'),
    Buffer.from('<html></html>'),
  ])
    expect(await text(other, 'a.doc')).toBe('document_not_its_name');
});

it('any bytes and any name come to a reading', async () => {
  const extensions = ['xlsx', 'xls', 'csv', 'docx', 'doc', 'txt', 'md'];
  const heads = [roster, letter, ole('Workbook'), docOf([{ text: '正文' }]), Buffer.alloc(0)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...extensions),
      fc.constantFrom(...heads),
      fc.nat(),
      fc.uint8Array({ maxLength: 400 }),
      async (extension, head, at, noise) => {
        const content = Buffer.concat([head.subarray(0, at % (head.length + 1)), noise]);
        expect(typeof (await table(content, `a.${extension}`))).toBe('string');
        expect(typeof (await text(content, `a.${extension}`))).toBe('string');
      },
    ),
    { numRuns: 100 },
  );
});
