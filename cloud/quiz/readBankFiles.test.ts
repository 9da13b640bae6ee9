import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadQuestion } from '../../src/domain/quiz/bank/bankQuestion';
import { readBankFiles } from './readBankFiles';

/** Real banks with counts made by hand; they are not part of the repository. */
const banks = resolve(__dirname, '../../../shared/testdata/banks');
const folders = existsSync(banks) ? readdirSync(banks) : [];

interface Expected {
  files: string[];
  by_type: Record<string, number>;
  missing_answer: number;
  sample: { stem_start: string; answer: string | string[] }[];
}

/** Names that the counts use. */
const countedAs = { single: 'single', multiple: 'multi', trueFalse: 'judge', blank: 'fill' } as const;

/** One layout each in which an honest reader counts otherwise, and why. */
const countsOtherwise: Record<string, string> = {
  '06-gbk-key-at-end-txt': 'the last option of one question is lettered B a second time; it is reported',
  '38-json-qa-text': 'sixteen of its answers are right or wrong, so they are true-false and not blanks',
};

const plain = (text: string) => text.replace(/[\s（）()【】[\]_]/g, '');

function answerOf({ key }: ReadQuestion): string | string[] {
  if (key.kind === 'options') return key.right.map((index) => 'ABCDEFGHIJ'[index]).join('');
  return key.kind === 'truth' ? (key.right ? '正确' : '错误') : key.right.map((texts) => texts.join('|'));
}

const present = folders.length > 0;
(present ? describe : describe.skip)(
  `real banks${present ? '' : ' (skipped: ../shared/testdata/banks is not there)'}`,
  () => {
    it.each(present ? folders : ['none'])('%s: counts by kind and every sample answer', async (folder) => {
      const expected = JSON.parse(readFileSync(join(banks, folder, 'expected.json'), 'utf8')) as Expected;
      const reading = await readBankFiles(
        expected.files.map((name) => ({ name, content: readFileSync(join(banks, folder, name)) })),
      );
      if (!reading.ok) throw new Error(reading.refusal);
      const { questions, problems } = reading.bank;
      const counts: Record<string, number> = {};
      for (const { type } of questions) counts[countedAs[type]] = (counts[countedAs[type]] ?? 0) + 1;
      if (!(folder in countsOtherwise)) {
        // What lacks an answer is counted there and reported here.
        const wanted = Object.entries(expected.by_type).filter(([type]) =>
          Object.values(countedAs).some((one) => one === type),
        );
        const sum = (list: readonly (readonly [string, number])[]) =>
          list.reduce((all, [, count]) => all + count, 0);
        expect(sum(Object.entries(counts)) + expected.missing_answer).toBe(sum(wanted));
        if (expected.missing_answer === 0) expect(counts).toEqual(Object.fromEntries(wanted));
      }
      const found = new Map<string, ReadQuestion[]>();
      for (const question of questions) {
        const start = plain(question.stem).slice(0, 8);
        found.set(start, [...(found.get(start) ?? []), question]);
      }
      for (const { stem_start, answer } of expected.sample) {
        // A key in the stem's brackets is taken out of the stem, so only words before it are compared.
        const start = plain(stem_start.split(/[（(]\s*[A-E对错√×]/)[0] ?? '');
        const same = (found.get(start.slice(0, 8)) ?? []).filter(({ stem }) =>
          plain(stem).startsWith(start.slice(0, 24)),
        );
        if (same.length === 0)
          expect(problems.map(({ stem }) => plain(stem).slice(0, 8))).toContain(start.slice(0, 8));
        else expect(same.map(answerOf)).toContainEqual(answer);
      }
    });
  },
);
