import fc from 'fast-check';
import { fittingBlocks, paragraphsOf, tidyLine } from './tidyText';

const texts = (text: string) => paragraphsOf(text).map((block) => block.text);

it('makes paragraphs of what Word and WeChat put on the clipboard', () => {
  const pasted =
    '\u3000\u3000第五十八条\u00a0药品经营企业零售药品应当准确无误。\r\n\r\n\u3000\u3000调 配 处 方\t应当经过核对；\u200b\r\n \r\n\ufeff对所列药品不得擅自更改或者代用。';
  expect(texts(pasted)).toEqual([
    '第五十八条药品经营企业零售药品应当准确无误。',
    '调配处方应当经过核对；',
    '对所列药品不得擅自更改或者代用。',
  ]);
});

it('leaves blanks between Latin words and beside numbers', () => {
  expect(tidyLine('  按 GB 19083 标准，  2026 年 3 月 1 日起施行 ')).toBe(
    '按 GB 19083 标准， 2026 年 3 月 1 日起施行',
  );
});

it('cuts at a sentence what is longer than a block takes, and tears no character', () => {
  const sentence = `${'字'.repeat(999)}。`;
  expect(texts(sentence.repeat(3)).map((text) => text.length)).toEqual([2000, 1000]);
  expect(texts('字'.repeat(2000))).toEqual(['字'.repeat(2000)]);
  expect(texts(`${'字'.repeat(1999)}𠮷字`)).toEqual(['字'.repeat(1999), '𠮷字']);
});

it('knows no empty block and no heading that does not fit', () => {
  expect(fittingBlocks('quote', ' \u00a0 ')).toEqual([]);
  expect(fittingBlocks('heading', '题'.repeat(60))).toEqual([{ type: 'heading', text: '题'.repeat(60) }]);
  expect(fittingBlocks('heading', '题'.repeat(61))).toEqual([{ type: 'paragraph', text: '题'.repeat(61) }]);
  expect(fittingBlocks('quote', '引'.repeat(1001)).map(({ text }) => text.length)).toEqual([1000, 1]);
});

it('loses no word of any text, and tidying twice changes nothing', () => {
  const letters = (text: string) => text.replace(/[\s\p{C}]/gu, '');
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('字', '句', '。', ' ', '\u3000', '\n', '\r\n', 'a', '\u00a0', '𠮷'),
      }),
      (text) => {
        const once = texts(text);
        expect(letters(once.join(''))).toBe(letters(text));
        expect(texts(once.join('\n'))).toEqual(once);
      },
    ),
  );
});
