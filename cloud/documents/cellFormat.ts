/** What a number format says about the number: a date to the day or month, and how many digits are shown. */
export interface CellFormat {
  date: 'day' | 'month' | null;
  /** Digits after the point; null leaves them as they are. */
  decimals: number | null;
  /** Filled up with zeros in front to this many digits. */
  padding: number;
}

const GENERAL: CellFormat = { date: null, decimals: null, padding: 0 };

/** Built-in formats that files name by number only, 27 to 58 as Chinese Excel has them (ECMA-376 18.8.30). */
export const builtInCodes: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format of a built-in number; `General` for those that show no date. */
export function builtInFormat(id: number): CellFormat {
  const code = Object.hasOwn(builtInCodes, id) ? builtInCodes[id] : undefined;
  return code === undefined ? GENERAL : formatOfCode(code);
}

/** The format of a code as Excel writes it, such as `yyyy"年"m"月"d"日"` or `0.00_);(0.00)`. */
export function formatOfCode(code: string): CellFormat {
  const signs = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (signs.trim() === '' || signs.includes('general') || signs.includes('@')) return GENERAL;
  const hasDay = signs.includes('d');
  // An m beside hours or seconds is minutes.
  if (hasDay || signs.includes('y') || (signs.includes('m') && !/[hs]/.test(signs))) {
    return { date: hasDay ? 'day' : 'month', decimals: null, padding: 0 };
  }
  const plain = /^(0+)(?:\.(0+))?\s*$/.exec(signs);
  if (!plain) return GENERAL;
  return { date: null, decimals: plain[2]?.length ?? 0, padding: (plain[1] ?? '').length };
}
