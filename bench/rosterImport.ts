import { read as readWithSheetJs, utils, write } from '@e965/xlsx';
import { readTable } from '../cloud/documents/readTable';
import { readRoster } from '../src/domain/roster/sheet/readRoster';
import { type Benchmark, timedInPairs } from './benchmark';

const ROWS = 10_000;
const PAIRS = 5;
/** The columns of the national system’s file (testdata/roster-and-record-layouts.md R8). */
const HEADER =
  '序号|姓名|性别|公民身份证号码|民族|出生日期|学历|申请入党日期|手机号码|背景信息|工作岗位|政治面貌|接受申请党组织|籍贯|入团日期|参加工作日期|申请入党日期|确定入党积极分子日期|工作单位及职务|家庭住址|加入党组织日期|转为正式党员日期|人员类别|党籍状态|入党类型|所在党支部|人员类型|隶属党组织'.split(
    '|',
  );

/** A roster of 10,000 made-up people understood (thread, cells, mapping, rows), beside merely reading the file. */
export const rosterImport: Benchmark = {
  title: '名册 10,000 行，从文件到读懂',
  run: async () => {
    const content = madeRoster();
    const figures = await timedInPairs(
      PAIRS,
      async () => {
        const reading = await readTable(content, '名册.xlsx');
        if (!reading.ok) throw new Error(reading.refusal);
        const { rows, problems } = readRoster(reading.document, '2026-11-22');
        if (rows.length !== ROWS || problems.length > 0) throw new Error('The roster was not read whole');
      },
      async () => {
        const book = readWithSheetJs(content, { type: 'buffer', dense: true });
        if (book.SheetNames.length !== 1) throw new Error('The file was not read');
      },
    );
    return {
      ...figures,
      baselineIs: '@e965/xlsx reading the same file in the same process, no cell looked at',
      more: { rows: ROWS, columns: HEADER.length, bytes: content.length },
    };
  },
};

function madeRoster(): Buffer {
  const cellFor = (header: string, at: number, column: number): string | number => {
    if (header === '姓名')
      return `测${String.fromCharCode(0x4e00 + (at % 5000), 0x5000 + Math.floor(at / 5000))}`;
    if (header === '手机号码') return 13_800_000_000 + at;
    if (header === '人员类别') return '正式党员';
    if (header === '党籍状态') return '正常';
    if (header === '所在党支部') return `第${(at % 40) + 1}党支部`;
    if (header.includes('日期')) return column % 2 === 0 ? '1985-07-09' : 19_850_709;
    return `无${at % 17}`;
  };
  const rows = Array.from({ length: ROWS }, (_, at) =>
    HEADER.map((header, column) => cellFor(header, at, column)),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...rows]), '名册');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
