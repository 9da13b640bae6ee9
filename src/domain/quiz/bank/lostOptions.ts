import type { Checked } from './checkDraft';
import type { Draft } from './draft';
import { plainForm } from './plainForm';

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
    if (result.kind !== 'question' || !draft) return result;
    const isShort = draft.options.length > 1 && draft.options.length < usual;
    if (isShort && (draft.joins > 0 || holdsNextLetter(draft)))
      return { kind: 'problem', code: 'option_swallowed' };
    // Without letters nothing else tells that the line of a stem was lost between two questions.
    const isDouble =
      usual > 0 && draft.options.length >= 2 * usual && draft.options.every(({ letter }) => letter === null);
    return isDouble ? { kind: 'problem', code: 'question_swallowed' } : result;
  });
}

/** `党小组会D 全体大会` as the last of three. */
function holdsNextLetter({ options }: Draft): boolean {
  const last = plainForm(options[options.length - 1]?.text ?? '');
  const next = String.fromCharCode(65 + options.length);
  return new RegExp(`(?<![A-Za-z])${next}(?:[\\s.、:)]|(?=[\\u4e00-\\u9fff]))`).test(last);
}
