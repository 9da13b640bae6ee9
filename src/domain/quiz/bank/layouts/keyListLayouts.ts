import { L1, L2, type MadeLayout, Q1, Q2, Q3, table, text, three, two } from './made';

/** Lists of answers away from their questions. */
export const keyListLayouts: readonly MadeLayout[] = [
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
    name: '题号 and 答案 as plain lines, several rows, one of a single number',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 谁负责（ ）。\nA.顾客 B.经营者\n3. 谁监管（ ）。\nA.监管局 B.邮局\n二、判断题\n1. ${Q3}\n2. 食品应当安全。\n参考答案\n一、单选题\n题号 1 2\n答案 A B\n题号 3\n答案 A\n二、判断题\n题号\t1\t2\n答案\t×\t√`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'numbers over letters without any label',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n2. 谁负责（ ）。\nA.顾客 B.经营者\n3. 谁监管（ ）。\nA.监管局 B.邮局\n答案\n1 2 3\nA B A`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2'],
  },
  {
    name: 'ranges and single numbers in one line below 答案： and a heading with its score',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 谁负责（ ）。\nA.顾客 B.经营者\n3. 谁监管（ ）。\nA.监管局 B.邮局\n二、判断题\n1. ${Q3}\n2. 食品应当安全。\n答案：\n一、单选题（每题2分，共6分） 1～2：AB 3 A\n二、判断题 （1-2）×√`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'single A 2', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'a range that lacks an answer gives none',
    sources: [
      text(`1. ${Q1}\n${L1}\n2. 谁负责（ ）。\nA.顾客 B.经营者\n3. 谁监管（ ）。\nA.监管局 B.邮局\n1-3 AB`),
    ],
    expected: ['answer_missing', 'answer_missing', 'answer_missing'],
  },
  {
    name: 'answers run together behind the last question',
    sources: [text(`1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n3. 谁监管（ ）。\nA.监管局 B.邮局\n答案：ABA`)],
    expected: ['answer_missing', 'answer_missing', 'answer_unclear'],
  },
  {
    name: 'answers to blanks several in a line',
    sources: [
      text(
        `填空题\n1. 实行____为主、____管理。\n2. 第一责任人是____。\n参考答案\n填空题\n1、预防 风险  2、经营者`,
      ),
    ],
    expected: ['blank 预防/风险 0', 'blank 经营者 0'],
  },
  {
    name: 'numbers that go on below the next heading, the key in a second file',
    sources: [
      text(
        `一、单选题\n${[1, 2, 3, 4, 5, 6].map((number) => `${number}. 第${number}件事归谁（ ）。\nA.甲 B.乙`).join('\n')}\n二、判断题\n7. ${Q3}\n8. 食品应当安全。`,
        '卷.txt',
      ),
      text('1.A\n2.B\n3.A\n4.B\n5.A\n6.B\n7.×\n8.√', '卷答案.txt'),
    ],
    expected: [
      ...['A', 'B', 'A', 'B', 'A', 'B'].map((key) => `single ${key} 2`),
      'trueFalse false 0',
      'trueFalse true 0',
    ],
  },
  {
    name: 'answers with 选 or with a reason in brackets',
    sources: [text(`1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n参考答案\n1.选A\n2.AB（标签要写清楚。）`)],
    expected: two,
  },
  {
    name: 'a key that names sections by their numbers only, or has no numbers in a section',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者\n二、判断题\n1. ${Q3}\n2. 食品应当安全。\n三、简答题\n1. 简述职责。\n答案：\n一、1.A 2.B\n二、× √\n三、1.答：略。`,
      ),
    ],
    expected: ['single A 3', 'single B 2', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'a row of answers without numbers that is too short belongs to nobody',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n2. 第一责任人是（ ）。\nA.顾客\nB.经营者\n3. 电话是（ ）。\nA.114\nB.12315\n二、判断题\n1. ${Q3}\n2. 食品应当安全。\n答案\n单选：AB\n判断：×√`,
      ),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0', ...Array(3).fill('answer_missing')],
  },
  {
    name: 'answers to blanks below the label of the last question',
    sources: [
      text('填空题\n1. 实行____为主、____管理。\n2. 第一责任人是____。\n答案：\n1. 预防  风险\n2. 经营者'),
    ],
    expected: ['blank 预防/风险 0', 'blank 经营者 0'],
  },
  {
    name: 'a list in columns: whole it is sorted, with a number missing it is nobody’s',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n3. 电话是（ ）。\nA.114\nB.12315\n4. 谁负责（ ）。\nA.甲\nB.乙\n答案\n1.A  3.B\n2.AB  4.A`,
      ),
    ],
    expected: ['single A 3', 'multiple AB 3', 'single B 2', 'single A 2'],
  },
];
