import type { ReadBank, ReadQuestion } from './bankQuestion';
import { layouts } from './madeLayouts';
import { readBank } from './readBank';

const keyOf = ({ key }: ReadQuestion) => {
  if (key.kind === 'options') return key.right.map((index) => 'ABCDEFGHIJ'[index]).join('');
  return key.kind === 'truth' ? String(key.right) : key.right.map((texts) => texts.join('|')).join('/');
};
const shortly = ({ questions, problems }: ReadBank) => [
  ...questions.map((question) => `${question.type} ${keyOf(question)} ${question.options.length}`),
  ...problems.map(({ code }) => code),
];

describe('layouts of banks', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s', (_name, { sources, expected }) => {
    expect(shortly(readBank(sources))).toEqual(expected);
  });
});
