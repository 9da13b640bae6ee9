import * as fc from 'fast-check';
import { checkWords } from './checkWords';
import { splitText } from './splitText';
import { graver } from './textVerdict';

it('passes what explained rules say', () => {
  for (const text of [
    '经营者不得侵犯他人的商业秘密。拨打 12315 可以投诉。',
    '国家秘密分为绝密、机密、秘密三级。',
    '第二十一条 计量器具应当在 2026 年 11 月 23 日前检定，编号 20261123。',
    '批号 110105 19491231 0021，不是谁的号码。',
    '2026-11-23 15:00 到 2026-11-24，电话 0512-12345678。',
    '',
  ]) {
    expect(checkWords(text)).toEqual({ verdict: 'pass', note: '' });
  }
});

it.each([
  ['某人的号码是11010519491231002X。', 'risky', /身份证号/],
  ['全角也一样：１１０１０５１９４９１２３１００２Ｘ', 'risky', /身份证号/],
  ['机密★一年', 'risky', /密级标志/],
  ['内部资料，注意保存', 'review', /内部材料/],
  ['请打 13800000001 找老王', 'review', /手机号/],
  ['卡号 6222000000000000000', 'review', /卡号/],
  ['加我微信，免费领取', 'review', /推广/],
  ['内部资料：11010519491231002X', 'risky', /身份证号/],
  ['零宽：110105\u200b19491231\u200d002X', 'risky', /身份证号/],
  ['分开写：110105 19491231 002X', 'risky', /身份证号/],
  ['分开写：110105-1949-1231-002x。', 'risky', /身份证号/],
  ['机\u200b密\ufe0f★', 'risky', /密级标志/],
  ['机 密 ★ 一年', 'risky', /密级标志/],
  ['内 部\u00ad资\u2060料', 'review', /内部材料/],
  ['请打 138 0000 0001', 'review', /手机号/],
  ['请打 138-0000-0001', 'review', /手机号/],
  ['卡号 6222 0000 0000 0000 000', 'review', /卡号/],
  ['加\u3164我\u200c微信', 'review', /推广/],
])('%s is %s', (text, verdict, note) => {
  expect(checkWords(text)).toEqual({ verdict, note: expect.stringMatching(note) });
});

it('of two findings the graver counts, of two alike the first', () => {
  const pass = { verdict: 'pass', note: '' } as const;
  const review = { verdict: 'review', note: '甲' } as const;
  expect(graver(pass, review)).toBe(review);
  expect(graver(review, { ...review, note: '乙' })).toBe(review);
  expect(graver({ verdict: 'risky', note: '丙' }, review).note).toBe('丙');
});

it('cuts any text into parts that fit, loses nothing and halves no character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('计', '量', '。', '\n', '😀', 'a', '；'), { maxLength: 200 }),
      fc.integer({ min: 1, max: 40 }),
      (characters, limit) => {
        const parts = splitText(characters.join(''), limit);
        expect(parts.join('')).toBe(characters.join(''));
        for (const part of parts) {
          expect([...part].length).toBeGreaterThan(0);
          expect([...part].length).toBeLessThanOrEqual(limit);
          expect(part).not.toMatch(/\p{Cs}/u);
        }
      },
    ),
  );
});

it('cuts at the end of a sentence where there is one, and anywhere in one that never ends', () => {
  expect(splitText('一二三。四五六七', 6)).toEqual(['一二三。', '四五六七']);
  expect(splitText('一。二三四五六七', 6)).toEqual(['一。二三四五', '六七']);
  expect(splitText('字'.repeat(2501), 2500).map((part) => part.length)).toEqual([2500, 1]);
  expect(splitText('字'.repeat(2500), 2500)).toHaveLength(1);
});
