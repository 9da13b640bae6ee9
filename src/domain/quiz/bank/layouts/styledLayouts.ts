import {
  celled,
  L1,
  L2,
  lettered,
  type MadeLayout,
  O1,
  O2,
  Q1,
  Q2,
  Q3,
  styled,
  text,
  three,
  two,
} from './made';

/** Documents of a word processor: looks, tables. */
export const styledLayouts: readonly MadeLayout[] = [
  {
    name: 'a grid of answers in the document',
    sources: [
      celled(
        '一、单选题',
        `1. ${Q1}`,
        ...lettered(O1),
        '2. 第一责任人是（ ）。',
        'A.顾客',
        'B.经营者',
        '参考答案',
        [
          ['题号', '1', '2'],
          ['答案', 'A', 'B'],
        ],
      ),
    ],
    expected: ['single A 3', 'single B 2'],
  },
  {
    name: 'options in the cells of a table without lines',
    sources: [
      celled(
        `1. ${Q1}`,
        [
          ['A.经营场所显著位置', 'B.仓库'],
          ['C.办公室', ''],
        ],
        '答案：A',
        `2. ${Q2}`,
        [['A.名称', 'B.生产日期', 'C.老板姓名']],
        '答案：AB',
      ),
    ],
    expected: two,
  },
  {
    name: 'letters and words of options in cells of their own',
    sources: [
      celled(
        `1. ${Q1}`,
        [
          ['A', O1[0] ?? ''],
          ['B', O1[1] ?? ''],
          ['C', O1[2] ?? ''],
        ],
        '答案：A',
        `2. ${Q2}`,
        [
          ['A', O2[0] ?? ''],
          ['B', O2[1] ?? ''],
          ['C', O2[2] ?? ''],
        ],
        '答案：AB',
      ),
    ],
    expected: two,
  },
  {
    name: 'a table of the document with a header',
    sources: [
      celled('题库', [
        ['序号', '题目', '选项', '答案'],
        ['1', Q1, L1, 'A'],
        ['2', Q2, L2, 'AB'],
        ['3', Q3, '', '×'],
      ]),
    ],
    expected: three,
  },
  {
    name: 'right options in red',
    sources: [
      styled(
        { color: 'FF0000' },
        `1. ${Q1}`,
        '{A.经营场所显著位置}',
        'B.仓库',
        'C.办公室',
        `2. ${Q2}`,
        '{A.名称}',
        '{B.生产日期}',
        'C.老板姓名',
      ),
    ],
    expected: two,
  },
  {
    name: 'right options underlined, several in a line',
    sources: [
      styled(
        { underline: true },
        `1. ${Q1}`,
        '{A.经营场所显著位置}  B.仓库  C.办公室',
        `2. ${Q2}`,
        '{A.名称}  {B.生产日期}  C.老板姓名',
      ),
    ],
    expected: two,
  },
  {
    name: 'only the letter of the right option is marked yellow',
    sources: [
      styled(
        { highlight: 'yellow' },
        `1. ${Q1}`,
        '{A}.经营场所显著位置',
        'B.仓库',
        'C.办公室',
        `2. ${Q2}`,
        '{A}.名称',
        '{B}.生产日期',
        'C.老板姓名',
      ),
    ],
    expected: two,
  },
  {
    name: 'blanks filled in and underlined',
    sources: [
      styled(
        { underline: true },
        '填空题',
        '1. 食品安全工作实行{预防}为主。',
        '2. 第一责任人是{经营者}，监管靠{市场监管局}。',
      ),
    ],
    expected: ['blank 预防 0', 'blank 经营者/市场监管局 0'],
  },
  {
    name: 'stems bold as well as the right options',
    sources: [
      styled(
        { bold: true },
        `{1. ${Q1}}`,
        '{A.经营场所显著位置}',
        'B.仓库',
        'C.办公室',
        `{2. ${Q2}}`,
        '{A.名称}',
        '{B.生产日期}',
        'C.老板姓名',
        '{3. 谁有责任（ ）。}',
        '{A.经营者}',
        '{B.负责人}',
        'C.顾客',
      ),
    ],
    expected: ['single A 3', 'multiple AB 3', 'multiple AB 3'],
  },
  {
    name: 'boxes ticked with a cross, as the word processor draws them',
    sources: [
      text(
        `1. ${Q1}\n☒A.经营场所显著位置\n☐B.仓库\n☐C.办公室\n2. ${Q2}\n☒A.名称\n☒B.生产日期\n☐C.老板姓名`.replaceAll(
          '☐',
          '□',
        ),
      ),
    ],
    expected: two,
  },
  {
    name: 'a table that goes on as another one on the next page',
    sources: [
      celled(
        [
          ['题目', 'A', 'B', 'C', '答案'],
          [Q1, ...O1, 'A'],
        ],
        [[Q2, ...O2, 'AB']],
      ),
    ],
    expected: two,
  },
  {
    name: 'a form for each question: what it is, what it says',
    sources: [
      celled(
        [
          ['题干', `1. ${Q1}`],
          ['选项A', O1[0] ?? ''],
          ['选项B', O1[1] ?? ''],
          ['选项C', O1[2] ?? ''],
          ['答案', 'A'],
        ],
        ' ',
        [
          ['题干', `2. ${Q2}`],
          ['选项A', O2[0] ?? ''],
          ['选项B', O2[1] ?? ''],
          ['选项C', O2[2] ?? ''],
          ['答案', 'AB'],
        ],
      ),
    ],
    expected: two,
  },
  {
    name: 'green for what is right and red for what somebody chose: nobody says which is the key',
    sources: [
      {
        kind: 'text',
        file: '题库.docx',
        unit: '段',
        paragraphs: [`1. ${Q1}`, ...lettered(O1), `2. ${Q2}`, ...lettered(O2)].map((content) => {
          const color = content.startsWith('A') ? '00B050' : content.startsWith('B') ? 'FF0000' : undefined;
          const runs = color ? { runs: [{ text: content, color }] } : {};
          return { text: content, heading: null, numbering: null, ...runs };
        }),
      },
    ],
    expected: ['answer_missing', 'answer_missing'],
  },
];
