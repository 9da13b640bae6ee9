const digits = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value] as const));
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The characters of which the number of an article or a chapter is made. */
export const numberSigns = '零〇○一二两三四五六七八九十百千\\d０-９';

/** A number as statutes write it, 第一百二十三条 or 第12条, up to 9999; null for what is none. */
export function chineseNumber(text: string): number | null {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〇○]/g, '零')
    .replace(/两/g, '二');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  let [total, current] = [0, 0];
  for (const sign of plain) {
    const digit = digits.get(sign);
    const unit = units.get(sign);
    if (digit !== undefined) current = digit;
    else if (unit !== undefined) {
      total += (current || 1) * unit;
      current = 0;
    } else return null;
  }
  return plain === '' ? null : total + current;
}
