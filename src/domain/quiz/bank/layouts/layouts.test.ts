import type { ReadBank, ReadQuestion } from '../bankQuestion';
import { readBank } from '../readBank';
import { answerLayouts } from './answerLayouts';
import { exchangeLayouts } from './exchangeLayouts';
import { keyListLayouts } from './keyListLayouts';
import { materialLayouts } from './materialLayouts';
import { objectLayouts } from './objectLayouts';
import { questionLayouts } from './questionLayouts';
import { styledLayouts } from './styledLayouts';
import { tableLayouts } from './tableLayouts';

const keyOf = ({ key }: ReadQuestion) => {
  if (key.kind === 'options') return key.right.map((index) => 'ABCDEFGHIJ'[index]).join('');
  return key.kind === 'truth' ? String(key.right) : key.right.map((texts) => texts.join('|')).join('/');
};
const shortly = ({ questions, problems }: ReadBank) => [
  ...questions.map((question) => `${question.type} ${keyOf(question)} ${question.options.length}`),
  ...problems.map(({ code }) => code),
];

const families = {
  tableLayouts,
  objectLayouts,
  styledLayouts,
  keyListLayouts,
  answerLayouts,
  questionLayouts,
  materialLayouts,
  exchangeLayouts,
};

describe.each(Object.entries(families))('%s', (_family, layouts) => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s', (_name, { sources, expected }) => {
    expect(shortly(readBank(sources))).toEqual(expected);
  });
});
