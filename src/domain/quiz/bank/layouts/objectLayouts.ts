import { json, type MadeLayout, O1, O2, Q1, Q2, Q3, three, two } from './made';

/** JSON. */
export const objectLayouts: readonly MadeLayout[] = [
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
    name: 'JSON: q, o and a; options as JSON in a text',
    sources: [
      json({
        single: [{ q: Q1, o: O1, a: 'A' }],
        multi: [
          { q: Q2, o: JSON.stringify(O2.map((value, index) => ({ key: 'ABC'[index], value }))), a: 'AB' },
        ],
        judge: [{ q: Q3, a: false }],
      }),
    ],
    expected: three,
  },
];
