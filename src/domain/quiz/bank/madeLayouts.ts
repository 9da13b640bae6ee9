import type { SourceParagraph, StyledRun } from './bankLine';
import type { BankSource } from './readBank';

/** A made-up bank in one layout, and what it must come to: kind, key and number of options, or the code of a problem. */
export interface MadeLayout {
  name: string;
  sources: BankSource[];
  expected: string[];
}

const text = (content: string, file = '题库.txt'): BankSource => ({
  kind: 'text',
  file,
  unit: '行',
  paragraphs: content
    .split('\n')
    .map((line, index) => ({ text: line.trim(), heading: null, numbering: null, line: index + 1 }))
    .filter((line) => line.text !== ''),
});

const table = (
  sheets: Record<string, readonly (readonly string[])[]>,
  merges: { top: number; left: number; bottom: number; right: number }[] = [],
): BankSource => ({
  kind: 'table',
  file: '题库.xlsx',
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    merges,
    rows: rows.map((cells, index) => ({
      row: index + 1,
      cells: cells.flatMap((cell, column) => (cell === '' ? [] : [{ column, text: cell, formula: false }])),
    })),
  })),
});

const json = (value: unknown): BankSource => ({ kind: 'json', file: '题库.json', json: value });

/** Paragraphs of a word processor; a part in `{…}` looks as `look` says. */
const styled = (look: Omit<StyledRun, 'text'>, ...paragraphs: string[]): BankSource => ({
  kind: 'text',
  file: '题库.docx',
  unit: '段',
  paragraphs: paragraphs.map((content): SourceParagraph => {
    const runs = content
      .split(/(\{[^}]*\})/)
      .filter(Boolean)
      .map(
        (part): StyledRun => (part.startsWith('{') ? { text: part.slice(1, -1), ...look } : { text: part }),
      );
    return { text: runs.map((run) => run.text).join(''), heading: null, numbering: null, runs };
  }),
});

/** Tables of a document: each row its cells. */
const celled = (...parts: (string | string[][])[]): BankSource => {
  let number = -1;
  return {
    kind: 'text',
    file: '题库.docx',
    unit: '段',
    paragraphs: parts.flatMap((part): SourceParagraph[] => {
      if (typeof part === 'string') return [{ text: part, heading: null, numbering: null }];
      number += 1;
      return part.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          cell === ''
            ? []
            : cell.split('\n').map((line) => ({
                text: line,
                heading: null,
                numbering: null,
                cell: { table: number, row, column },
              })),
        ),
      );
    }),
  };
};

const three = ['single A 3', 'multiple AB 3', 'trueFalse false 0'];
const two = ['single A 3', 'multiple AB 3'];
const judged = ['trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0'];

const Q1 = '食品经营许可证应当摆放在（ ）。';
const Q2 = '食品标签应当标明（ ）。';
const Q3 = '超过保质期的食品可以降价出售。';
const O1 = ['经营场所显著位置', '仓库', '办公室'];
const O2 = ['名称', '生产日期', '老板姓名'];
const lettered = (options: string[], sign = '.') =>
  options.map((option, index) => `${'ABC'[index]}${sign}${option}`);
const L1 = lettered(O1).join('\n');
const L2 = lettered(O2).join('\n');

/** Made for the tests of the reader; none of it is taken from a real bank. */
export const layouts: readonly MadeLayout[] = [
  {
    name: 'own answer, key and score in one line, the key with the option’s words',
    sources: [
      text(`1. (单选题)${Q1}\n${L1}\n我的答案：C:办公室;正确答案：A:经营场所显著位置;  得分：0
      2. (多选题)${Q2}\n${L2}\n我的答案：AC:名称;老板姓名;正确答案：AB:名称;生产日期;
      3. (判断题)${Q3}\nA. 对\nB. 错\n我的答案：对 正确答案：错`),
    ],
    expected: three,
  },
  {
    name: 'answer, explanation, difficulty and source in one line',
    sources: [
      text(`1、${Q1}\n${L1}\n答案：A  解析：《食品安全法》第三十五条有规定。  难度：易
      2、${Q2}\n${L2}\n答案：AB；解析：标签要写清楚。
      3、${Q3}\n答案：错误。解析：不得出售。`),
    ],
    expected: three,
  },
  {
    name: 'answers without a colon',
    sources: [
      text(`1. ${Q1}\n${L1}\n正确答案 A\n2. ${Q2}\n${L2}\n正确答案 AB\n3. (判断)${Q3}\n正确答案 错误`),
    ],
    expected: three,
  },
  {
    name: 'the answer alone on a line below the options',
    sources: [text(`1. ${Q1}\n${L1}\nA\n2. ${Q2}\n${L2}\nAB\n三、判断题\n1. ${Q3}\n×\n2. 食品应当安全。\n√`)],
    expected: [...two, 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: '答案 as a line of its own, its letter on the next',
    sources: [text(`1. ${Q1}\n${L1}\n答案\nA\n2. ${Q2}\n${L2}\n答案\nAB`)],
    expected: two,
  },
  {
    name: 'options with letters and a blank only, several in a line',
    sources: [
      text(
        `1、${Q1}\nA 经营场所显著位置 B 仓库 C 办公室\n答案：A\n2、${Q2}\nA 名称 B 生产日期 C 老板姓名\n答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'options glued without any sign',
    sources: [
      text(`1、${Q1}A经营场所显著位置B仓库C办公室\n答案：A\n2、${Q2}\nA名称B生产日期C老板姓名\n答案：AB`),
    ],
    expected: two,
  },
  {
    name: 'options in two columns parted by tabs',
    sources: [
      text(
        `1、${Q1}\nA.经营场所显著位置\tB.仓库\nC.办公室\tD.库房\n答案：A\n2、${Q2}\nA.名称\tB.生产日期\nC.老板姓名\tD.颜色\n答案：AB`,
      ),
    ],
    expected: ['single A 4', 'multiple AB 4'],
  },
  {
    name: '选项A：… lines and 题目：',
    sources: [
      text(
        `题目：${Q1}\n选项A：经营场所显著位置\n选项B：仓库\n选项C：办公室\n答案：A\n题目：${Q2}\n选项A：名称\n选项B：生产日期\n选项C：老板姓名\n答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'small letters with brackets',
    sources: [
      text(
        `1) ${Q1}\na) 经营场所显著位置\nb) 仓库\nc) 办公室\nAnswer: a\n2) ${Q2}\na) 名称\nb) 生产日期\nc) 老板姓名\nAnswer: ab`,
      ),
    ],
    expected: two,
  },
  {
    name: 'boxes of Markdown',
    sources: [
      text(
        `1. ${Q1}\n- [x] 经营场所显著位置\n- [ ] 仓库\n- [ ] 办公室\n2. ${Q2}\n- [x] 名称\n- [x] 生产日期\n- [ ] 老板姓名`,
        '题库.md',
      ),
    ],
    expected: two,
  },
  {
    name: 'boxes with letters',
    sources: [
      text(
        `1. ${Q1}\n☑ A. 经营场所显著位置\n□ B. 仓库\n□ C. 办公室\n2. ${Q2}\n☑ A. 名称\n☑ B. 生产日期\n□ C. 老板姓名`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a green tick behind the right options',
    sources: [
      text(
        `1. ${Q1}\nA. 经营场所显著位置 ✅\nB. 仓库\nC. 办公室\n2. ${Q2}\nA. 名称 ✅\nB. 生产日期 ✅\nC. 老板姓名`,
      ),
    ],
    expected: two,
  },
  {
    name: 'Markdown: headings, bold labels, quoted answers',
    sources: [
      text(
        `# 题库\n## 一、单选题\n### 1. ${Q1}\n- **A.** 经营场所显著位置\n- **B.** 仓库\n- **C.** 办公室\n> **答案**：A\n> **解析**：见法条。\n---\n## 二、多选题\n### 1. ${Q2}\n- **A.** 名称\n- **B.** 生产日期\n- **C.** 老板姓名\n> **答案**：A、B\n---`,
        '题库.md',
      ),
    ],
    expected: two,
  },
  {
    name: 'a table of Markdown',
    sources: [
      text(
        `| 题型 | 题干 | A | B | C | 答案 |\n|---|---|---|---|---|---|\n| 单选 | ${Q1} | ${O1.join(' | ')} | A |\n| 多选 | ${Q2} | ${O2.join(' | ')} | AB |\n| 判断 | ${Q3} | | | | 错 |`,
        '题库.md',
      ),
    ],
    expected: three,
  },
  {
    name: 'text that a web page left',
    sources: [
      text(
        `<div><p>1.&nbsp;${Q1}</p><p>A.经营场所显著位置</p><p>B.仓库</p><p>C.办公室</p></div>\n<p><b>答案：</b>A</p>\n<p>2. ${Q2}<br/>A.名称<br>B.生产日期<br>C.老板姓名</p>\n<p><b>答案：</b>AB</p>`,
      ),
    ],
    expected: two,
  },
  {
    name: 'headers and footers on every page',
    sources: [
      text(
        `食品安全知识题库\n第 1 页 共 4 页\n1. ${Q1}\n${L1}\n食品安全知识题库\n第 2 页 共 4 页\n答案：A\n2. ${Q2}\nA.名称\nB.生产日期\n食品安全知识题库\n第 3 页 共 4 页\nC.老板姓名\n答案：AB\n食品安全知识题库\n第 4 页 共 4 页\n3. ${Q3}\n答案：错误`,
      ),
    ],
    expected: three,
  },
  {
    name: 'keys in the brackets of stems without numbers',
    sources: [
      text(
        `食品经营许可证应当摆放在（A）。\n${L1}\n食品标签应当标明（AB）。\n${L2}\n食品安全第一责任人是（ B ）。\nA.顾客\nB.经营者`,
      ),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'true-false: mark in front of the number',
    sources: [text(`判断题\n（×）1、${Q3}\n（√）2、食品应当安全。\n（×）3、过期食品可以吃。`)],
    expected: judged,
  },
  {
    name: 'true-false: T and F, Y and N in brackets',
    sources: [text(`判断题\n1、${Q3}（F）\n2、食品应当安全。（T）\n3、过期食品可以吃。（F）`)],
    expected: judged,
  },
  {
    name: 'true-false by letters, with what they stand for: A is wrong',
    sources: [
      text(
        `判断题（正确选B，错误选A）\n1、${Q3}\n答案：A\n2、食品应当安全。\n答案：B\n3、过期食品可以吃。\n答案：A`,
      ),
    ],
    expected: judged,
  },
  {
    name: 'true-false by letters that nothing explains',
    sources: [text(`判断题\n1、${Q3}\n答案：A\n2、食品应当安全。\n答案：B`)],
    expected: ['truth_letter_unclear', 'truth_letter_unclear'],
  },
  {
    name: 'true-false with a correction behind the answer',
    sources: [
      text(
        `判断题\n1、${Q3}\n答案：错误，不得出售。\n2、食品应当安全。\n答案：正确\n3、过期食品可以吃。\n答案：×（不可以）`,
      ),
    ],
    expected: judged,
  },
  {
    name: 'kinds at the end of stems',
    sources: [
      text(`1. 许可证摆放在哪里？（单选）\n${L1}\n答案：A\n2. 标签标明什么？【多选题】\n${L2}\n答案：AB`),
    ],
    expected: two,
  },
  {
    name: 'score and difficulty in the brackets of the kind',
    sources: [
      text(
        `1.【单选题，2分】${Q1}\n${L1}\n答案：A\n2.【多选题】【4分】【难】${Q2}\n${L2}\n答案：AB\n3.【判断题/1分】${Q3}\n答案：错`,
      ),
    ],
    expected: three,
  },
  {
    name: 'numbering that begins anew in every section, key at the end by kind',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者\n二、多选题\n1. ${Q2}\n${L2}\n三、判断题\n1. ${Q3}\n2. 食品应当安全。\n参考答案\n一、单选题：1.A 2.B\n二、多选题：1.AB\n三、判断题：1.× 2.√`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'multiple AB 3', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'a key at the end whose numbers begin anew without headings',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者\n二、多选题\n1. ${Q2}\n${L2}\n2. 标签不得（ ）。\nA.虚假\nB.夸大\n答案\n1.A 2.B\n1.AB 2.AB`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'multiple AB 3', 'multiple AB 2'],
  },
  {
    name: 'a key in one line: 答案：1-3 ABA',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者\n3. 监管部门是（ ）。\nA.市场监管局\nB.邮局\n答案：1-3 ABA`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2'],
  },
  {
    name: 'a key with explanations below each answer',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n参考答案及解析\n1.A\n【解析】《食品安全法》第三十五条。\n2.【答案】AB\n【解析】标签要写清楚。`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a key of blanks at the end',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n二、填空题\n1. 食品安全工作实行____为主、____管理。\n2. 第一责任人是____。\n参考答案\n一、单选题\n1.A\n二、填空题\n1.预防；风险\n2.经营者`,
      ),
    ],
    expected: ['single A 3', 'blank 预防/风险 0', 'blank 经营者 0'],
  },
  {
    name: 'a key by sections in a second file',
    sources: [
      text(`一、单选题\n1. ${Q1}\n${L1}\n二、判断题\n1. ${Q3}`, '卷.txt'),
      text(`卷答案\n一、单选题\n1.A\n二、判断题\n1.错误`, '卷答案.txt'),
    ],
    expected: ['single A 3', 'trueFalse false 0'],
  },
  {
    name: 'two papers and their keys in another order',
    sources: [
      text(`1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者`, 'A卷.txt'),
      text('1.A 2.A', 'B卷答案.txt'),
      text(`1. 监管部门是（ ）。\nA.市场监管局\nB.邮局\n2. 举报电话是（ ）。\nA.12315\nB.114`, 'B卷.txt'),
      text('1.A 2.B', 'A卷答案.txt'),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2', 'single A 2'],
  },
  {
    name: 'a key as a table of numbers and answers in a second file',
    sources: [
      text(`1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}`, '卷.txt'),
      table({
        答案: [
          ['题号', '答案'],
          ['1', 'A'],
          ['2', 'AB'],
        ],
      }),
    ],
    expected: two,
  },
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
    name: 'blanks filled in within brackets',
    sources: [
      text('填空题\n1. 食品安全工作实行（预防）为主。\n2. 第一责任人是（经营者），监管靠（市场监管局）。'),
    ],
    expected: ['blank 预防 0', 'blank 经营者/市场监管局 0'],
  },
  {
    name: 'alternatives for a blank',
    sources: [
      text(
        '填空题\n1. 举报电话是____。\n答案：12315 / 12345\n2. 实行____为主、____管理。\n答案：预防|防范；风险\n3. 消费者可以选择____。\n答案：商品或者服务\n4. 速度单位是____。\n答案：km/h',
      ),
    ],
    expected: ['blank 12315|12345 0', 'blank 预防|防范/风险 0', 'blank 商品或者服务 0', 'blank km/h 0'],
  },
  {
    name: 'numbered questions, each with its answer below and no labels',
    sources: [
      text(
        '1.食品安全工作实行（ ）为主。\n预防\n2.第一责任人是（ ）。\n经营者\n3.举报电话是（ ）。\n12315\n4.监管部门是（ ）。\n市场监管局',
      ),
    ],
    expected: ['blank 预防 0', 'blank 经营者 0', 'blank 12315 0', 'blank 市场监管局 0'],
  },
  {
    name: 'the answer by the option’s words',
    sources: [text(`1. ${Q1}\n${L1}\n答案：经营场所显著位置\n2. ${Q2}\n${L2}\n答案：名称；生产日期`)],
    expected: two,
  },
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
    name: 'answers by place, counted from 0',
    sources: [
      json([
        { question: Q1, options: O1, answer: 0 },
        { question: Q2, options: O2, answer: [0, 1] },
      ]),
    ],
    expected: two,
  },
  {
    name: 'answers by place that may be counted from 0 or 1',
    sources: [json([{ question: Q1, options: O1, answer: 1 }])],
    expected: ['answer_unclear'],
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
    name: 'JSON: options as letter and content, in any order',
    sources: [
      json({
        单选题: [
          {
            title: '单选',
            question: Q1,
            options: [
              { label: 'B', content: '仓库' },
              { label: 'A', content: '经营场所显著位置' },
              { label: 'C', content: '办公室' },
            ],
            answer: 'A',
          },
        ],
        多选题: [{ question: Q2, options: { C: '老板姓名', A: '名称', B: '生产日期' }, answer: ['A', 'B'] }],
        判断题: [{ question: Q3, answer: false }],
        错题: [{ question: Q3, answer: false }],
      }),
    ],
    expected: three,
  },
  {
    name: 'JSON: letters repeated in texts, values that are letters',
    sources: [
      json([
        {
          题号: 1,
          题目: Q1,
          选项: ['A.A．经营场所显著位置', 'B.B．仓库', 'C.C．办公室'],
          题型: '单选题',
          正确答案: 'A.',
        },
        {
          题号: 2,
          题目: Q2,
          选项: [
            { label: 'A. 名称', value: 'A' },
            { label: 'B. 生产日期', value: 'B' },
            { label: 'C. 老板姓名', value: 'C' },
          ],
          题型: '多选题',
          正确答案: 'A.B.',
        },
      ]),
    ],
    expected: two,
  },
  {
    name: 'JSON: nested chapters, choices that say which is right',
    sources: [
      json({
        chapters: [
          {
            name: '第一章',
            questions: [
              { stem: Q1, choices: O1.map((content, index) => ({ content, is_correct: index === 0 })) },
            ],
          },
          {
            name: '第二章',
            questions: [
              { stem: Q2, choices: O2.map((content, index) => ({ content, is_correct: index < 2 })) },
            ],
          },
        ],
      }),
    ],
    expected: two,
  },
  {
    name: 'JSON: stems as names, answers as values',
    sources: [json({ '食品安全工作实行（ ）为主。': '预防', '食品安全第一责任人是（ ）。': '经营者' })],
    expected: ['blank 预防 0', 'blank 经营者 0'],
  },
  {
    name: 'JSON: names that say nothing',
    sources: [
      json([
        { a1: Q1, b1: O1, c1: 'A' },
        { a1: Q2, b1: O2, c1: 'AB' },
        { a1: '监管部门是（ ）。', b1: ['市场监管局', '邮局'], c1: 'A' },
      ]),
    ],
    expected: [...two, 'single A 2'],
  },
  {
    name: 'JSON: rows of cells',
    sources: [
      json([
        ['题型', '题干', 'A', 'B', 'C', '答案'],
        ['单选', Q1, ...O1, 'A'],
        ['多选', Q2, ...O2, 'AB'],
        ['判断', Q3, '', '', '', '×'],
      ]),
    ],
    expected: three,
  },
  {
    name: 'true-false without numbers, each with its mark',
    sources: [text('要自查。（√）\n可以不查。（×）\n要培训。（√）\n可以造假。（×）')],
    expected: ['trueFalse true 0', 'trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0'],
  },
  {
    name: 'a key in one line at the end of each chapter',
    sources: [
      text(
        `第一章 总则\n1、${Q1}\n${L1}\n2、谁负责（ ）。\nA.顾客\nB.经营者\n第一章答案：1-2 AB\n第二章 生产\n1、谁监管（ ）。\nA.监管局\nB.邮局\n2、谁自查（ ）。\nA.顾客\nB.经营者\n第二章答案：1-2 AB`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2', 'single B 2'],
  },
  {
    name: '答案 with a colon as the heading of a list',
    sources: [text(`1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n三、判断题\n3. ${Q3}（ ）\n答案：\n1.A\n2.AB\n3.×`)],
    expected: three,
  },
  {
    name: 'a key that is only a range, without any heading',
    sources: [
      text(`1. ${Q1}\n${L1}\n2. 谁负责（ ）。\nA.顾客 B.经营者\n3. 谁监管（ ）。\nA.监管局 B.邮局\n1-3 ABA`),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2'],
  },
  {
    name: 'a table copied into a text, parted by tabs',
    sources: [
      text(`题型\t题干\tA\tB\tC\t答案\n单选\t${Q1}\t${O1.join('\t')}\tA\n多选\t${Q2}\t${O2.join('\t')}\tAB`),
    ],
    expected: two,
  },
];
