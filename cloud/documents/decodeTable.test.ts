import * as xlsx from '@e965/xlsx';
import { xlsxOf, xlsxParts } from '../testing/officeFiles';
import { decodeTable } from './decodeTable';
import { packWorkbook, unpackWorkbook } from './packedWorkbook';
import type { Workbook } from './workbook';
import { writeTable } from './writeTable';
import { writeZip } from './writeZip';

/** `A1` -> text of the first sheet. */
function textsOf({ sheets }: Workbook, at = 0): Record<string, string> {
  const cells = (sheets[at]?.rows ?? []).flatMap(({ row, cells: line }) =>
    line.map(({ column, text }) => [`${String.fromCharCode(65 + column)}${row}`, text]),
  );
  return Object.fromEntries(cells);
}

const letterOf = (column: number) =>
  String.fromCharCode(65 + Math.floor(column / 26)) + String.fromCharCode(65 + (column % 26));
const cellsOf = (workbook: Workbook) => workbook.sheets[0]?.rows.flatMap(({ cells }) => cells) ?? [];

describe('.xlsx', () => {
  it('gives every cell with its place, and nothing for empty ones', async () => {
    const book = await decodeTable(
      xlsxOf([{ rows: [['姓名', null, '手机'], [], ['江晨', null, 13800000001]] }]),
      '名册.xlsx',
    );
    expect(textsOf(book)).toEqual({ A1: '姓名', C1: '手机', A3: '江晨', C3: '13800000001' });
    expect(book.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('reads dates by their format: built in, written out, to the month, and in the old Macs’ count', async () => {
    const serial = (format: number | string) => ({ number: 35_612, format });
    const rows = [[serial(14), serial('yyyy"年"m"月"d"日"'), serial(57), serial('[$-804]yyyy"年"m"月"')]];
    const days = (book: Workbook) => cellsOf(book).map(({ day }) => day);
    expect(days(await decodeTable(xlsxOf([{ rows }]), 'a.xlsx'))).toEqual([
      '1997-07-01',
      '1997-07-01',
      '1997-07',
      '1997-07',
    ]);
    const mac = [[{ number: 35_612 - 1462, format: 14 }]];
    expect(days(await decodeTable(xlsxOf([{ rows: mac }], { is1904: true }), 'a.xlsx'))).toEqual([
      '1997-07-01',
    ]);
  });

  it('knows the 29 February 1900 that Excel invented, and days before and after it', async () => {
    const rows = [[59, 60, 61].map((number) => ({ number, format: 14 }))];
    expect(cellsOf(await decodeTable(xlsxOf([{ rows }]), 'a.xlsx')).map(({ day }) => day)).toEqual([
      '1900-02-28',
      null,
      '1900-03-01',
    ]);
  });

  it('shows numbers with the digits of their format: 1985.10 does not become 1985.1', async () => {
    const rows = [
      [
        { number: 1985.1, format: 2 },
        1985.1,
        { number: 7, format: '000' },
        { number: 0.1 + 0.2, format: 0 },
        { number: 5, format: '#,##0.0_);(#,##0.0)' },
      ],
    ];
    expect(Object.values(textsOf(await decodeTable(xlsxOf([{ rows }]), 'a.xlsx')))).toEqual([
      '1985.10',
      '1985.1',
      '007',
      '0.3',
      '5',
    ]);
  });

  it('takes what a formula last gave, says that it is one, and calculates nothing', async () => {
    const rows = [[{ formula: 'A2&"晨"', value: '江晨' }, { formula: 'WEBSERVICE("x")' }, { error: '#N/A' }]];
    expect(cellsOf(await decodeTable(xlsxOf([{ rows }]), 'a.xlsx'))).toMatchObject([
      { text: '江晨', formula: true, error: false },
      { text: '', formula: true },
      { text: '#N/A', formula: false, error: true },
    ]);
  });

  it('joins texts of several looks, leaves out reading aids, decodes what XML cannot hold', async () => {
    const parts = xlsxParts([{ rows: [['x', 'y']] }]).map((part) =>
      part.path === 'xl/sharedStrings.xml'
        ? {
            ...part,
            content:
              '<sst><si><r><rPr><b/></rPr><t>江</t></r><r><t>晨</t></r><rPh><t>jiang</t></rPh></si><si><t>上_x000D_下</t></si></sst>',
          }
        : part,
    );
    expect(Object.values(textsOf(await decodeTable(writeZip(parts), 'a.xlsx')))).toEqual(['江晨', '上\r下']);
  });

  it('reads texts inside cells, cells without a reference, and booleans', async () => {
    const moreRows =
      '<row><c t="inlineStr"><is><t>一</t></is></c><c t="b"><v>1</v></c></row><row r="9"><c r="C9" t="d"><v>1997-07-01T00:00:00</v></c></row>';
    expect(textsOf(await decodeTable(xlsxOf([{ rows: [], moreRows }]), 'a.xlsx'))).toEqual({
      A1: '一',
      B1: 'TRUE',
      C9: '1997-07-01',
    });
  });

  it('tells hidden sheets and merged ranges', async () => {
    const book = await decodeTable(
      xlsxOf([
        { name: '名册', rows: [['标题'], ['姓名']], merges: ['A1:C1'] },
        { name: '旧', hidden: true, rows: [['姓名']] },
      ]),
      'a.xlsx',
    );
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名册', false],
      ['旧', true],
    ]);
    expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }]);
  });

  it('passes over 200,000 empty cells that only carry a look, out to the last column and row', async () => {
    const row = (at: number) =>
      `<row r="${at}">${Array.from({ length: 200 }, (_, column) => `<c r="X${letterOf(column)}${at}" s="0"/>`).join('')}</row>`;
    const moreRows = Array.from({ length: 1000 }, (_, at) => row(1_047_577 + at)).join('');
    const book = await decodeTable(xlsxOf([{ rows: [['姓名']], moreRows }]), 'a.xlsx');
    expect(book.sheets[0]?.rows).toHaveLength(1);
  });

  it('finds parts wherever the relations say, in any case', async () => {
    const parts = xlsxParts([{ rows: [['姓名']] }]).map((part) => ({
      ...part,
      path: part.path.replace('xl/worksheets/sheet1.xml', 'XL/Worksheets/Sheet1.XML'),
    }));
    expect(textsOf(await decodeTable(writeZip(parts), 'a.xlsx'))).toEqual({ A1: '姓名' });
  });

  it('reads what it writes, and so does another program’s reader', async () => {
    const content = writeTable({
      name: '名册 & 表',
      widths: [10, 10],
      hint: '第一行\n第二行',
      header: ['姓名', '手机<号>'],
      rows: [
        ['江晨', '13800000001'],
        ['', '"二"'],
      ],
    });
    const expected = {
      A1: '第一行\n第二行',
      A2: '姓名',
      B2: '手机<号>',
      A3: '江晨',
      B3: '13800000001',
      B4: '"二"',
    };
    expect(textsOf(await decodeTable(content, 'a.xlsx'))).toEqual(expected);
    const other = xlsx.read(content).Sheets['名册 & 表'] ?? {};
    for (const [place, text] of Object.entries(expected)) expect(other[place]?.v).toBe(text);
  });
});

describe('.xls', () => {
  const xlsOf = (sheet: xlsx.WorkSheet, bookType: xlsx.BookType = 'biff8') => {
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, '名册');
    return xlsx.write(book, { type: 'buffer', bookType }) as Buffer;
  };

  it('gives texts, numbers, dates to the day and to the month, formulas and merges', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['姓名', '手机', '入党', '转正', '和'],
      ['江晨', 13800000001],
    ]);
    sheet.C2 = { t: 'n', v: 35_612, z: 'yyyy/m/d' };
    sheet.D2 = { t: 'n', v: 35_612, z: 'yyyy"年"m"月"' };
    sheet.E2 = { t: 'n', v: 3, f: '1+2' };
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    sheet['!ref'] = 'A1:E2';
    const book = await decodeTable(xlsOf(sheet), '名册.xls');
    expect(textsOf(book)).toMatchObject({
      A2: '江晨',
      B2: '13800000001',
      C2: '1997-07-01',
      D2: '1997-07',
      E2: '3',
    });
    expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
  });

  it('costs nothing for a range that claims to reach the last column', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([['姓名']]);
    sheet.IV2000 = { t: 's', v: '末' };
    sheet['!ref'] = 'A1:IV2000';
    const book = await decodeTable(xlsOf(sheet), 'a.xls');
    expect(book.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2000]);
  });

  it('reads Chinese of Excel 95, which is in a code page', async () => {
    const book = await decodeTable(xlsOf(xlsx.utils.aoa_to_sheet([['姓名', 'abc']]), 'biff5'), 'a.xls');
    expect(textsOf(book)).toMatchObject({ B1: 'abc' });
  });
});

describe('.csv', () => {
  const csv = (text: string) => decodeTable(Buffer.from(text), 'a.csv');

  it.each([
    [',', '姓名,手机\n江晨,1'],
    [';', '姓名;手机\r\n江晨;1\r\n'],
    ['\t', '姓名\t手机\r江晨\t1'],
    ['named', 'sep=|\n姓名|手机\n江晨|1'],
  ])('parted by %j', async (sign, text) => {
    const first = sign === 'named' ? 2 : 1;
    expect(textsOf(await csv(text))).toEqual({
      [`A${first}`]: '姓名',
      [`B${first}`]: '手机',
      [`A${first + 1}`]: '江晨',
      [`B${first + 1}`]: '1',
    });
  });

  it('keeps quotes, signs and line breaks inside quotes, and Excel’s way to keep zeros', async () => {
    expect(textsOf(await csv('"姓,名","说""好""\n再见"\n="007","a"b'))).toEqual({
      A1: '姓,名',
      B1: '说"好"\n再见',
      A2: '007',
      B2: 'ab',
    });
  });

  it('reads GB18030 and UTF-16 as well', async () => {
    const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa]);
    expect(textsOf(await decodeTable(gb, 'a.csv'))).toEqual({ A1: '姓名', B1: '手机' });
    const wide = Buffer.from('\ufeff姓名\t手机', 'utf16le');
    expect(textsOf(await decodeTable(wide, 'a.csv'))).toEqual({ A1: '姓名', B1: '手机' });
  });
});

it('a packed workbook unpacks to the same', async () => {
  const rows = [
    ['姓名', 7, { number: 35_612, format: 14 }, { formula: 'A1', value: '姓名' }, { error: '#REF!' }],
    [null, '二'],
  ];
  const book = await decodeTable(xlsxOf([{ rows, merges: ['A1:A2'] }, { rows: [] }]), 'a.xlsx');
  expect(unpackWorkbook(packWorkbook(book))).toEqual(book);
});
