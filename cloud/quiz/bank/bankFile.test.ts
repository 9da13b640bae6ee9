import * as fc from 'fast-check';
import { previewLines } from '../../../src/domain/quiz/bank/bankLines';
import type { ReadBank } from '../../../src/domain/quiz/bank/bankQuestion';
import { bankHeader, bankRow, optionColumns } from '../../../src/domain/quiz/bank/bankRows';
import type { QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import { readBank } from '../../../src/domain/quiz/bank/readBank';
import { readBankFiles } from '../readBankFiles';
import { bankDocument, bankTable, bankTemplate } from './bankFile';

const base = { explanation: '', topic: '计量', difficulty: null } as const;
const noSource = { title: '', article: '', url: null, versionOn: null, checkedOn: null };
const source = { ...noSource, title: '计量法', article: '第二十一条' };

const questions: QuestionContent[] = [
  {
    ...base,
    type: 'single',
    stem: '下列哪一种要检定？',
    options: ['尺子', '天平', '本子'],
    key: [1],
    source,
    difficulty: 'easy',
  },
  {
    ...base,
    type: 'multiple',
    stem: '哪些要登记（ ）？',
    options: ['甲类', '乙类', '丙类', '丁类', '戊类'],
    key: [0, 4],
    explanation: '办法这样写。',
    source,
  },
  {
    ...base,
    type: 'multiple',
    stem: '只有一项对的多选题是哪一题？',
    options: ['这一题', '那一题'],
    key: [0],
    source: noSource,
  },
  {
    ...base,
    type: 'trueFalse',
    stem: '秤要检定。',
    options: [],
    key: [1],
    source: noSource,
    difficulty: 'hard',
  },
  { ...base, type: 'trueFalse', stem: '本子要检定。', options: [], key: [0], source, topic: '文具' },
  {
    ...base,
    type: 'blank',
    stem: '先（ ）后（ ）。',
    options: [],
    key: [['登记', '受理'], ['答复']],
    source,
    difficulty: 'medium',
  },
];

/** What a file holds when it is imported. */
async function readBack(name: string, content: Buffer): Promise<QuestionContent[]> {
  const reading = await readBankFiles([{ name, content }]);
  if (!reading.ok) throw new Error(reading.refusal);
  return contentsOf(reading.bank);
}

/** The lines of its preview, all of them without a problem. */
function contentsOf(bank: ReadBank): QuestionContent[] {
  return previewLines(bank, '没有专题').map(({ draft, problems }) => {
    if (problems.length > 0 || draft.type === null) throw new Error(`${draft.stem}: ${problems.join()}`);
    return { ...draft, type: draft.type };
  });
}

it.each([
  ['.xlsx', (some: QuestionContent[]) => bankTable(some), '题库.xlsx'],
  ['.docx', (some: QuestionContent[]) => bankDocument('机关党委', some), '题库.docx'],
])('a bank goes out as %s and comes in as the same bank', async (_what, write, name) => {
  const back = await readBack(name, write(questions));
  expect(back).toEqual(questions);
});

it('whatever its questions say, its table comes in as the same bank', () => {
  const sign = fc.constantFrom(
    ...'党员应当按时参加学习会议并登记办法规定条例窗口答复投诉举报时限九七三年内日',
  );
  const text = (minLength: number, maxLength: number) => fc.string({ unit: sign, minLength, maxLength });
  const about = {
    explanation: text(0, 40),
    topic: text(1, 8).map((words) => `专题${words}`),
    difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const, null),
    source: fc.option(text(2, 10), { nil: '' }).map((title) => ({ ...noSource, title })),
  };
  const options = fc.uniqueArray(text(2, 20), { minLength: 2, maxLength: 8 });
  const choice = options.chain((some) =>
    fc.record({
      ...about,
      stem: text(6, 60).map((words) => `${words}是哪一项？`),
      options: fc.constant(some),
      key: fc.subarray(
        some.map((_, index) => index),
        { minLength: 1 },
      ),
    }),
  );
  const single = choice.map((one) => ({ ...one, type: 'single' as const, key: one.key.slice(0, 1) }));
  const multiple = choice.map((one) => ({ ...one, type: 'multiple' as const }));
  const trueFalse = fc.record({
    ...about,
    type: fc.constant('trueFalse' as const),
    stem: text(6, 60).map((words) => `${words}。`),
    options: fc.constant([] as string[]),
    key: fc.constantFrom(0, 1).map((right) => [right]),
  });
  const blank = fc
    .array(fc.uniqueArray(text(2, 10), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
    .chain((key) =>
      fc.record({
        ...about,
        type: fc.constant('blank' as const),
        stem: text(4, 20).map((words) => key.map(() => `${words}（ ）`).join('，')),
        options: fc.constant([] as string[]),
        key: fc.constant(key),
      }),
    );
  const bank = fc.array(fc.oneof(single, multiple, trueFalse, blank), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(bank, (some) => {
      const columns = optionColumns(some);
      const rows = [bankHeader(columns), ...some.map((one) => bankRow(one, columns))];
      const sheet = {
        name: '题库',
        merges: [],
        rows: rows.map((texts, row) => ({
          row: row + 2,
          cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, formula: false }])),
        })),
      };
      expect(contentsOf(readBank([{ kind: 'table', file: '题库.xlsx', sheets: [sheet] }]))).toEqual(some);
    }),
    { numRuns: 300 },
  );
});

it('an empty template holds no question', async () => {
  const reading = await readBankFiles([{ name: '题库模板.xlsx', content: bankTemplate() }]);
  expect(reading.ok && previewLines(reading.bank, '窗口')).toEqual([]);
});
