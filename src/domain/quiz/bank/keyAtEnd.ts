import type { Draft } from './draft';
import { plainForm } from './plainForm';
import { truthOf } from './truthWords';

const atEnd =
  /(?:[\s。.?!:,、_)\]-]|(?<=[\u4e00-\u9fff])(?=[√×]))\s*((?:[A-J](?:[\s,、]*[A-J]){0,9})|√|×|对|错|正确|错误)\s*$/;

/** Where a key stands bare behind a stem, and what it is: `…是（ ）。 B`, `…。×`; null without one. */
export function keyAtEnd(plain: string): { stemEnd: number; text: string } | null {
  const found = atEnd.exec(plain);
  const text = found?.[1] ?? '';
  return found && text !== '' ? { stemEnd: found.index + found[0].indexOf(text), text } : null;
}

/** Takes such a key off the stem: letters where there are options, a word of truth where there are none. */
export function takeKeyAtEnd(draft: Draft): void {
  const found = keyAtEnd(plainForm(draft.stem));
  if (!found || draft.answers.length > 0) return;
  const isTruth = truthOf(found.text) !== null;
  if (isTruth !== (draft.options.length === 0) || draft.type === 'blank') return;
  draft.answers.push({ text: found.text, at: draft.at, by: 'stem' });
  draft.stem = draft.stem.slice(0, found.stemEnd).replace(/[\s—-]+$/, '');
}
