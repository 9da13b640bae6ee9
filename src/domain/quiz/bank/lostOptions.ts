import type { Checked } from './checkDraft';
import type { Draft } from './draft';

/** The share of questions that must have the same number of options before one with fewer is suspect. */
const USUAL_SHARE = 0.6;

/**
 * A line below an option is its rest, or the next option without its letter. Where nearly all questions have the same
 * number of options and this one comes to it only if the line is an option of its own, that is not clear, and the
 * question becomes a problem.
 */
export function withoutLostOptions(drafts: readonly Draft[], checked: readonly Checked[]): Checked[] {
  const counts = new Map<number, number>();
  let choices = 0;
  for (const { options } of drafts) {
    if (options.length < 3) continue;
    choices += 1;
    counts.set(options.length, (counts.get(options.length) ?? 0) + 1);
  }
  const [usual, often] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  if (often < choices * USUAL_SHARE) return [...checked];
  return checked.map((result, index) => {
    const draft = drafts[index];
    const isShort = draft && draft.joins > 0 && draft.options.length > 1 && draft.options.length < usual;
    return result.kind === 'question' && isShort ? { kind: 'problem', code: 'option_swallowed' } : result;
  });
}
