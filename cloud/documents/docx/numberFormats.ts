const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const CIRCLED_FROM = 0x2460;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A list's number as Word draws it (ST_NumberFormat, ECMA-376 17.18.59); what is not known here is drawn in digits. */
export function countIn(format: string, count: number): string {
  if (count < 1 || count > 9999) return String(count);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inChinese(count);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(count)].map((digit) => DIGITS.charAt(Number(digit))).join('');
    case 'ideographTraditional':
      return STEMS.charAt(count - 1) || String(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count <= 20 ? String.fromCharCode(CIRCLED_FROM + count - 1) : String(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'lowerLetter':
      return letter(count);
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerRoman':
      return inRoman(count);
    case 'upperRoman':
      return inRoman(count).toUpperCase();
    default:
      return String(count);
  }
}

/** 1 to 9999 in words: 10 十, 12 十二, 20 二十, 105 一百〇五 written 一百零五. */
function inChinese(count: number): string {
  const digits = [...String(count)].map(Number);
  let words = '';
  let isGap = false;
  for (const [at, digit] of digits.entries()) {
    if (digit === 0) {
      isGap = true;
      continue;
    }
    if (isGap && words !== '') words += '零';
    isGap = false;
    words += `${DIGITS.charAt(digit)}${UNITS[digits.length - 1 - at] ?? ''}`;
  }
  return count >= 10 && count < 20 ? words.slice(1) : words;
}

/** a … z, then aa, bb as Word goes on. */
function letter(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

function inRoman(count: number): string {
  let rest = count;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
