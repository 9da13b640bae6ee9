/** A day or a month of any year as it is written on paper: `1985-07-01` is 1985年7月1日, `1985-07` is 1985年7月. */
export function sayDate(dayOrMonth: string): string {
  const [year, month, day] = dayOrMonth.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A span of days, the year said once where it is the same: 2026年3月1日起, 2026年3月1日到8月31日. */
export function saySpan(from: string, to: string | null): string {
  if (to === null) return `${sayDate(from)}起`;
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sayDate(from)}到${isSameYear ? sayDate(to).slice('2026年'.length) : sayDate(to)}`;
}
