import * as fc from 'fast-check';
import { findTwins, NEARLY } from './findTwins';
import { keyForm, questionForm } from './questionForm';

const kindsOf = (lines: string[], bank: { id: string; form: string }[] = []) =>
  findTwins(lines, bank).map((twins) =>
    twins.map(({ kind, index, questionId }) => [kind, index ?? questionId]),
  );

describe('findTwins', () => {
  it('shows a later line beside the first one of the same form, and the bank beside both', () => {
    expect(kindsOf(['甲乙丙丁', '别的一句话', '甲乙丙丁'], [{ id: 'q', form: '甲乙丙丁' }])).toEqual([
      [['same', 'q']],
      [],
      [
        ['same', 0],
        ['same', 'q'],
      ],
    ]);
  });

  it('shows one word changed in a sentence, and not another sentence', () => {
    const sentence = '消费者在购买商品时享有公平交易的权利和自主选择的权利';
    const changed = `${sentence}吗`;
    expect(kindsOf([changed, '党员应当按期交纳党费'], [{ id: 'q', form: sentence }])).toEqual([
      [['near', 'q']],
      [],
    ]);
  });

  it('shows at most three, the same ones first', () => {
    const line = '甲乙丙丁戊己庚辛壬癸子丑寅卯';
    const bank = ['甲', '乙', '丙'].map((id) => ({ id, form: `${line}辰` }));
    expect(kindsOf([line], [...bank, { id: 'same', form: line }])[0]).toEqual([
      ['same', 'same'],
      ['near', '甲'],
      ['near', '乙'],
    ]);
  });

  it('finds exactly those that share four grams in five, as counting all of them says', () => {
    const grams = (form: string) =>
      new Set(
        form.length < 3 ? [form] : Array.from({ length: form.length - 2 }, (_, at) => form.slice(at, at + 3)),
      );
    const alike = (one: string, other: string) => {
      const [a, b] = [grams(one), grams(other)];
      const common = [...a].filter((gram) => b.has(gram)).length;
      return common >= NEARLY * (a.size + b.size - common);
    };
    const form = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(form, form, (line, other) => {
        const [twins] = findTwins([line], [{ id: 'q', form: other }]);
        expect(twins?.length === 1).toBe(line === other || alike(line, other));
      }),
      { numRuns: 2000 },
    );
  });

  it('holds 3,000 lines against 50,000 questions in a few seconds', () => {
    const words = Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + at * 37).repeat(1));
    const formOf = (number: number) =>
      Array.from({ length: 60 }, (_, at) => words[(number * 7919 + at * at * 31 + at * number) % 400]).join(
        '',
      );
    const lines = Array.from({ length: 3_000 }, (_, at) => formOf(at));
    const bank = Array.from({ length: 50_000 }, (_, at) => ({ id: String(at), form: formOf(at + 2_900) }));
    const before = process.cpuUsage();
    const twins = findTwins(lines, bank);
    expect(twins.slice(2_900).every((found) => found.some(({ kind }) => kind === 'same'))).toBe(true);
    const { user, system } = process.cpuUsage(before);
    // Four seconds of work on a busy machine; the clock on the wall says what else runs there.
    expect((user + system) / 1e6).toBeLessThan(15);
  }, 60_000);
});

describe('questionForm', () => {
  it('does not mind width, signs, blanks and the order of options', () => {
    const one = { stem: '《计量法》　的宗旨是（  ）。', options: ['ＡＢ', '丙丁'] };
    const other = { stem: '计量法的宗旨是____', options: ['丙丁。', 'ab'] };
    expect(questionForm(one)).toBe(questionForm(other));
    expect(questionForm({ ...one, options: ['ＡＢ'] })).not.toBe(questionForm(one));
  });

  it('says the same of keys that name the same words', () => {
    const key = { type: 'multiple' as const, options: ['甲', '乙', '丙'], key: [0, 2] };
    expect(keyForm(key)).toBe(keyForm({ ...key, options: ['丙', '乙', '甲'] }));
    expect(keyForm(key)).not.toBe(keyForm({ ...key, key: [0, 1] }));
    expect(keyForm({ ...key, key: [] })).toBeNull();
    expect(keyForm({ type: 'trueFalse', options: [], key: [1] })).toBe('true');
    expect(keyForm({ type: 'blank', options: [], key: [['一'], ['二']] })).not.toBe(
      keyForm({ type: 'blank', options: [], key: [['二'], ['一']] }),
    );
  });
});
