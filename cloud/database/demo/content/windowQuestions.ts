import type { Input } from '../../../../src/contract/operations';

const source = {
  title: '窗口接待手册（演示，虚构）',
  url: null,
  versionOn: null,
  checkedOn: null,
};

/** Questions on the made-up handbook (windowRules.ts): nobody's rules, in plain words; the first has two blanks. */
export const windowQuestions: Input<'quiz.saveQuestion'>['question'][] = [
  {
    type: 'blank',
    stem: '照窗口接待手册，材料不齐的，一次说完还缺哪几样，每一样写明到哪里去（ ）、带什么去、大约要（ ）。',
    options: [],
    key: [['开'], ['多久', '多长时间']],
    explanation: '手册第六条这样写，第二次来还缺一样，就是我们上一次没有说全。',
    source: { ...source, article: '第六条' },
    topic: '窗口服务',
    difficulty: null,
  },
  {
    type: 'single',
    stem: '照窗口接待手册，下班前十分钟来了一位群众，应当怎么办？',
    options: ['请他明天早上再来', '和早上第一个来的人一样办', '只收材料，明天再看'],
    key: [1],
    explanation: '手册第十四条写明，办不完的，留下来办完。',
    source: { ...source, article: '第十四条' },
    topic: '窗口服务',
    difficulty: null,
  },
];
