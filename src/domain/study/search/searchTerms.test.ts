import fc from 'fast-check';
import { excerptOf } from './excerptOf';
import { gramsOf, termsNeeded, termsOf } from './searchTerms';

/** Whether something with these grams has the term, as the database's byte order sees it. */
const has = (grams: string[], { low, high }: { low: string; high: string }) =>
  grams.some(
    (gram) =>
      Buffer.compare(Buffer.from(gram), Buffer.from(low)) >= 0 &&
      Buffer.compare(Buffer.from(gram), Buffer.from(high)) < 0,
  );
const finds = (question: string, text: string) => {
  const grams = gramsOf(text);
  const terms = termsOf(question);
  return terms.length > 0 && terms.every((term) => has(grams, term));
};

describe('cutting texts and questions', () => {
  test('Chinese is cut in pairs, the last character of a run stands by itself, words stay whole', () => {
    expect(gramsOf('药品管理法（2019版）GB/T').sort()).toEqual(
      ['药品', '品管', '管理', '理法', '法', '2019', '版', 'gb', 't'].sort(),
    );
  });

  test.each([
    ['药', '能换一种药吗'],
    ['药', '换药'],
    ['处方药', '没有处方药'],
    ['2019', '自2019年起'],
    ['20', '自2019年起'],
    ['Ｇｂ', 'GB 2312'],
    ['第58条', '第58条：调配处方'],
    ['〇三', '二〇三〇三年'],
    ['𠮷野', '在𠮷野山上'],
  ])('%s finds %s', (question, text) => expect(finds(question, text)).toBe(true));

  test.each([
    ['方药处', '没有处方药'],
    ['药房', '药店的房子'],
    ['019', '2019年'],
  ])('%s does not find %s', (question, text) => expect(finds(question, text)).toBe(false));

  test.each(['%', '_', '  ', '。', '%%__', "';--"])(
    'a question of signs alone (%s) looks for nothing',
    (question) => expect(termsOf(question)).toEqual([]),
  );

  test('whatever stands in a text is found by any stretch of it', () => {
    const text = fc.array(fc.constantFrom(...'药品管理法第五十八条ab1 ，%'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (characters, from, length) => {
        const start = from % characters.length;
        // Up to the end of a word: a question may begin a word, not stand in its middle.
        const stretch = characters.slice(start, start + 1 + (length % 10)).join('');
        fc.pre(termsOf(stretch).length > 0 && !/[ab1]/.test(stretch));
        expect(finds(stretch, characters.join(''))).toBe(true);
      }),
    );
  });

  test('a long question is bounded, and a word too many still finds', () => {
    expect(termsOf('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒')).toHaveLength(24);
    expect([1, 2, 3, 6, 24].map(termsNeeded)).toEqual([1, 2, 2, 4, 16]);
  });
});

describe('an excerpt', () => {
  const text = `${'前面的话。'.repeat(30)}王阿姨拿着处方去药店。${'后面的话。'.repeat(30)}`;

  test('shows the hit with what stands around it, and says that text is left out', () => {
    const parts = excerptOf(text, '处方');
    expect(parts.filter((one) => one.isHit)).toEqual([{ text: '处方', isHit: true }]);
    expect(parts[0]?.text.startsWith('…')).toBe(true);
    expect(parts.at(-1)?.text.endsWith('…')).toBe(true);
    expect(parts.map((one) => one.text).join('')).toContain('王阿姨拿着处方去药店');
  });

  test('marks pairs where the whole does not stand, other widths and cases, and shows the beginning without a hit', () => {
    expect(
      excerptOf('处方与药店', '处方药店')
        .filter((one) => one.isHit)
        .map((one) => one.text),
    ).toEqual(['处方', '药店']);
    expect(excerptOf('标准 ＧＢ 2312', 'gb')).toContainEqual({ text: 'ＧＢ', isHit: true });
    expect(excerptOf('短短一句', '没有')).toEqual([{ text: '短短一句', isHit: false }]);
    expect(excerptOf('', '没有')).toEqual([]);
  });

  test('never loses or doubles a character of a short text, whatever the question', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50, unit: 'grapheme' }),
        fc.string({ maxLength: 20 }),
        (short, question) => {
          const whole = [...short.replace(/\s+/gu, ' ').trim()];
          fc.pre(whole.length <= 60);
          expect(
            excerptOf(short, question)
              .map((one) => one.text)
              .join(''),
          ).toBe(whole.join(''));
        },
      ),
    );
  });
});
