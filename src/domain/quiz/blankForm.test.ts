import * as fc from 'fast-check';
import { blankForm } from './blankForm';

describe('blankForm', () => {
  it.each([
    ['full-width letters and digits', 'ＡＢＣ１２', 'abc12'],
    ['blanks of every width', ' 安全　生产\t', '安全生产'],
    ['book-title marks and full stops', '《计量法》。', '计量法'],
    ['quotes', '“两个”维护', '两个维护'],
    ['the point of a number', '３．５', '3.5'],
    ['the comma of thousands', '1,000', '1000'],
    ['a fraction', '1/3', '1/3'],
    ['a share', '5%', '5%'],
    ['a Chinese number as it is', '三', '三'],
    ['nothing but signs', '（ ）——', ''],
  ])('%s', (_what, text, form) => {
    expect(blankForm(text)).toBe(form);
  });

  it('is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(blankForm(blankForm(text))).toBe(blankForm(text));
      }),
    );
  });
});
