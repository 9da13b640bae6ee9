import { lettersOf } from './answerValue';
import type { Draft } from './draft';
import { plainForm } from './plainForm';

/** Letters in brackets, or bare behind a full stop or a gap, at the end of an option. */
const behind =
  /(?:\s*[([<]\s*([A-J](?:[\s,、]*[A-J])*)\s*[)\]>]|(?<=[。；;.])\s*([A-J]{1,10})|\s{2,}([A-J]{1,10}))\s*[。.]?\s*$/;

/** Where letters stand behind an option, and what they are; null without any. */
export function keyBehind(text: string): { textEnd: number; letters: string } | null {
  const found = behind.exec(plainForm(text));
  return found ? { textEnd: found.index, letters: found[1] ?? found[2] ?? found[3] ?? '' } : null;
}

/** The share of questions that must end so: an option may end with a letter in brackets of its own (`维生素（B）`). */
const SHARE = 0.6;

/**
 * Takes `（B）` or `B` behind the last option of a question as its key: only where most questions that have no other
 * one end so, and none of their other options does.
 */
export function takeKeysBehind(drafts: readonly Draft[]): void {
  const open = drafts.filter(({ options, answers }) => options.length > 1 && answers.length === 0);
  const found = open.flatMap((draft) => {
    const last = draft.options[draft.options.length - 1];
    const key = last ? keyBehind(last.text) : null;
    const isLone = draft.options.slice(0, -1).every(({ text }) => keyBehind(text) === null);
    const isKey = (lettersOf(key?.letters ?? '') ?? []).every((letter) => letter < draft.options.length);
    return last && key && isLone && isKey && key.textEnd > 0 ? [{ draft, last, key }] : [];
  });
  if (found.length < 2 || found.length < open.length * SHARE) return;
  for (const { draft, last, key } of found) {
    last.text = last.text.slice(0, key.textEnd);
    draft.answers.push({ text: key.letters, at: draft.at, by: 'stem' });
  }
}
