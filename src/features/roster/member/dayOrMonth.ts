/** A day or a month as a person writes it, as `YYYY-MM-DD` or `YYYY-MM`; undefined when it is neither. Empty is null. */
export function readDayOrMonth(typed: string): string | null | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  const found = /^(\d{4})[-./年](\d{1,2})(?:月?$|[-./月](\d{1,2})日?$)/.exec(plain);
  if (!found) return undefined;
  const [, year = '', month = '', day] = found;
  const [y, m, d] = [Number(year), Number(month), day === undefined ? 1 : Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d)
    return undefined;
  const padded = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? padded : `${padded}-${day.padStart(2, '0')}`;
}

/** What is wrong with a typed day or month, for its field. */
export function faultOfDayOrMonth(typed: string): string | undefined {
  return readDayOrMonth(typed) === undefined ? '请写成 1985-07-01；只知道月份，写 1985-07' : undefined;
}

/** A mobile number as typed: digits only, or null when empty, undefined when it is none. */
export function readMobile(typed: string): string | null | undefined {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  if (digits === '') return null;
  return /^1\d{10}$/.test(digits) ? digits : undefined;
}
