/** Two lines as one: Chinese words join without a blank, others with one. */
export function joined(before: string, after: string): string {
  if (before === '') return after;
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
}
