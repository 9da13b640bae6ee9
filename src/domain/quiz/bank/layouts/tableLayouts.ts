import { L1, lettered, type MadeLayout, O1, O2, Q1, Q2, Q3, table, three, two } from './made';

/** Sheets. */
export const tableLayouts: readonly MadeLayout[] = [
  {
    name: 'answers by place, counted from 1',
    sources: [
      table({
        Sheet1: [
          ['题目', '选项1', '选项2', '选项3', '答案'],
          [Q1, ...O1, '1'],
          [Q2, ...O2, '1,2'],
          ['举报电话是（ ）。', '114', '110', '12315', '3'],
        ],
      }),
    ],
    expected: [...two, 'single C 3'],
  },
  {
    name: 'a sheet for each kind, named after it',
    sources: [
      table({
        单选题: [
          ['题干', 'A', 'B', 'C', '答案'],
          [Q1, ...O1, 'A'],
        ],
        多选题: [
          ['题干', 'A', 'B', 'C', '答案'],
          [Q2, ...O2, 'AB'],
        ],
        判断题: [
          ['题干', '答案'],
          [Q3, '0'],
        ],
      }),
    ],
    expected: three,
  },
  {
    name: 'a header of two rows, notes above, a kind in a row of its own',
    sources: [
      table(
        {
          Sheet1: [
            ['食品安全题库'],
            ['说明：请勿改动'],
            ['序号', '题目', '选项', '', '', '正确答案'],
            ['', '', 'A', 'B', 'C'],
            ['一、单选题'],
            ['1', Q1, ...O1, 'A'],
            ['二、多选题'],
            ['2', Q2, ...O2, 'A,B'],
          ],
        },
        [{ top: 3, left: 2, bottom: 3, right: 4 }],
      ),
    ],
    expected: two,
  },
  {
    name: 'the header again in the middle of the sheet',
    sources: [
      table({
        Sheet1: [
          ['题干', 'A', 'B', 'C', '答案'],
          [Q1, ...O1, 'A'],
          ['题干', '答案', 'A', 'B', 'C'],
          [Q2, 'AB', ...O2],
        ],
      }),
    ],
    expected: two,
  },
  {
    name: 'each option in a row of its own below its stem',
    sources: [
      table({
        Sheet1: [
          ['题干', '选项', '答案'],
          [Q1, 'A.经营场所显著位置', 'A'],
          ['', 'B.仓库', ''],
          ['', 'C.办公室', ''],
          [Q2, 'A.名称', 'AB'],
          ['', 'B.生产日期', ''],
          ['', 'C.老板姓名', ''],
        ],
      }),
    ],
    expected: two,
  },
  {
    name: 'stem and options in one cell',
    sources: [
      table({
        Sheet1: [
          ['题目', '答案'],
          [`${Q1}\n${L1}`, 'A'],
          [`${Q2} ${lettered(O2).join(' ')}`, 'AB'],
          [Q3, '错'],
        ],
      }),
    ],
    expected: three,
  },
  {
    name: 'options in one cell with signs between them',
    sources: [
      table({
        Sheet1: [
          ['题目', '选项', '答案'],
          [Q1, O1.join('|'), 'A'],
          [Q2, O2.join('；'), '名称；生产日期'],
          ['第一责任人是（ ）。', '顾客$$经营者', 'B'],
        ],
      }),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'no header, only stem and a list of answers',
    sources: [
      table({
        Sheet1: [
          ['食品安全工作实行（ ）为主。', "['预防']"],
          ['第一责任人是（ ），监管靠（ ）。', "['经营者', '市场监管局']"],
          ['举报电话是（ ）。', "['12315']"],
        ],
      }),
    ],
    expected: ['blank 预防 0', 'blank 经营者/市场监管局 0', 'blank 12315 0'],
  },
  {
    name: 'a text pasted into a sheet, line by line, the key in the next column',
    sources: [
      table({
        Sheet1: [
          [`1. ${Q1}`, 'A'],
          ...lettered(O1).map((option) => [option]),
          [`2. ${Q2}`, 'AB'],
          ...lettered(O2).map((option) => [option]),
        ],
      }),
    ],
    expected: two,
  },
  {
    name: 'letters of true-false answers, explained above the header; a sheet of instructions with an example',
    sources: [
      table({
        填写说明: [
          ['题干', 'A', 'B', '答案'],
          ['示例：这是一道题（ ）。', '甲', '乙', 'A'],
        ],
        题库: [
          ['判断题：A为正确，B为错误'],
          ['题型', '题干', 'A', 'B', '答案'],
          ['判断题', Q3, '', '', 'B'],
          ['判断题', '食品应当安全。', '', '', 'A'],
        ],
      }),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'no header, the answer between stem and options, rows of different lengths',
    sources: [
      table({
        Sheet1: [
          ['判断题', Q3, 'N'],
          ['判断题', '食品应当安全。', 'Y'],
          ['单选题', Q1, 'A', ...O1],
          ['多选题', Q2, 'AB', ...O2],
        ],
      }),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0', ...two],
  },
  {
    name: 'columns for the right answer and for wrong ones; 答案1 to 答案3 as options; ticks in cells',
    sources: [
      table({
        写出: [
          ['题目', '正确答案', '错误答案1', '错误答案2'],
          [Q1, ...O1],
          // Letters are nobody's options.
          ['谁的错？', 'A', 'C', ''],
        ],
        分列: [
          ['题目', '答案1', '答案2', '答案3', '正确答案'],
          [Q2, ...O2, 'AB'],
        ],
        打勾: [
          ['题目', 'A', 'B', 'C', '答案'],
          [Q1, `${O1[0]}√`, O1[1] ?? '', O1[2] ?? '', ''],
        ],
      }),
    ],
    expected: ['single A 3', 'multiple AB 3', 'single A 3', 'options_missing'],
  },
  {
    name: 'options in rows below their stem, in its own column',
    sources: [
      table({
        Sheet1: [
          ['题号', '题目及选项', '答案'],
          ['1', Q1, 'A'],
          ...lettered(O1).map((option) => ['', option, '']),
          ['2', Q2, 'AB'],
          ...lettered(O2).map((option) => ['', option, '']),
        ],
      }),
    ],
    expected: two,
  },
  {
    name: 'two tables beside each other',
    sources: [
      table({
        Sheet1: [
          ['题目', 'A', 'B', 'C', '答案', '', '题目', '答案'],
          [Q1, ...O1, 'A', '', Q3, '错'],
          [Q2, ...O2, 'AB', '', '食品应当安全。', '对'],
        ],
      }),
    ],
    expected: [...two, 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'a column 对 and a column 错 to be ticked; a row with both has no answer',
    sources: [
      table({
        Sheet1: [
          ['序号', '题目', '对', '错'],
          ['1', Q3, '', '√'],
          ['2', '食品应当安全。', '√', ''],
          ['3', '食品可以过期。', '√', '√'],
        ],
        选项: [
          ['题干', 'A', 'B', '答案'],
          [Q3, '对', '错', 'B'],
        ],
      }),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0', 'options_missing'],
  },
];
