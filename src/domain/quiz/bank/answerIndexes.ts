import type { Draft } from './draft';
import { plainForm } from './plainForm';

/** Rows without any 0 that make it sure that options are counted from 1: by chance 0.75^20 is 0.3 %. */
const SURE_FROM = 20;

/**
 * Answers that name options by their place, as programs write them (`2`, `0,3`), become letters. Only where all
 * choice questions are written so and it is clear whether the first option is 0 or 1; else nothing changes.
 */
export function withAnswerIndexes(drafts: readonly Draft[]): Draft[] {
  const choices = drafts.filter(({ options, answers }) => options.length > 1 && answers.length > 0);
  const counted = choices.filter(({ answers }) => answers.every(({ text }) => numbersOf(text) !== null));
  if (counted.length === 0 || counted.length < choices.length * 0.9) return [...drafts];
  const first = firstOf(counted);
  if (first === null) return [...drafts];
  const isCounted = new Set(counted);
  return drafts.map((draft) => (isCounted.has(draft) ? lettered(draft, first) : draft));
}

function numbersOf(text: string): number[] | null {
  const plain = plainForm(text)
    .replace(/^\s*\[|\]\s*$/g, '')
    .trim();
  if (!/^\d{1,2}(?:\.0)?(?:[\s,、;；|]+\d{1,2}(?:\.0)?)*$/.test(plain)) return null;
  return plain.split(/[\s,、;；|]+/).map(Number);
}

/** Whether counting begins at 0 or at 1; null when it is not clear. */
function firstOf(drafts: readonly Draft[]): 0 | 1 | null {
  let hasZero = false;
  let hasLast = false;
  for (const { options, answers } of drafts)
    for (const number of answers.flatMap(({ text }) => numbersOf(text) ?? [])) {
      if (number > options.length) return null;
      hasZero ||= number === 0;
      hasLast ||= number === options.length;
    }
  if (hasZero) return hasLast ? null : 0;
  return hasLast || drafts.length >= SURE_FROM ? 1 : null;
}

function lettered(draft: Draft, first: 0 | 1): Draft {
  const answers = draft.answers.flatMap((answer) => {
    const indexes = (numbersOf(answer.text) ?? []).map((number) => number - first);
    const letters = {
      ...answer,
      text: indexes.map((index) => String.fromCharCode(65 + index)).join(''),
    };
    // Where an option's own text is that number, both are said, and the check sees whether they agree.
    const isText = draft.options.some(({ text }) => plainForm(text).trim() === plainForm(answer.text).trim());
    return isText ? [answer, letters] : [letters];
  });
  return { ...draft, answers };
}
