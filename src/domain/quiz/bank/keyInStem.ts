import type { Draft } from './draft';

/** A key in brackets; what only true-false questions have is kept apart, as T and F are also letters of options. */
const keyInStem =
  /([(（[【{<＜〈]|_+)\s*((?:[A-Ja-j](?:\s*[,，、]?\s*[A-Ja-j])*)|√|×|对|错|正确|错误|是|否)\s*([)）\]】}>＞〉]|_+)/g;
const truthInStem = /([(（[【])\s*([TtFfYyNnXxVvＴＦＹＮＸ√×对错]|正确|错误|是|否|True|False)\s*([)）\]】])/g;
/** Letters alone: what can be nothing but a key where the answer is said elsewhere. */
const lettersInStem = /([(（[【<＜〈])\s*([A-JＡ-Ｊ](?:\s*[,，、]?\s*[A-JＡ-Ｊ])*)\s*([)）\]】>＞〉])/g;
const marksInStem = /([(（[【])\s*([√×✓✔✗✘]|对|错|正确|错误)\s*([)）\]】])/g;

/**
 * `…是（A）` has its key in the stem; the brackets stay, empty. Several keys in one stem all count as given, so that
 * the check sees whether they agree.
 */
export function takeKeyOutOfStem(draft: Draft): void {
  const isTruth = draft.type === 'trueFalse' || (draft.type === null && draft.options.length === 0);
  // Where the text says what letters stand for, they are words of truth.
  const truth = draft.legend && draft.options.length === 0 ? keyInStem : truthInStem;
  Object.assign(draft, withoutKeys(draft, isTruth ? truth : keyInStem));
}

/**
 * The draft with such keys taken out where the answer was said elsewhere as well: whoever practises must not read it in
 * the stem, and where the two disagree nothing is known. Only what can hardly be anything but a key.
 */
export function withoutSecondKey(draft: Draft): Draft {
  if (draft.answers.length === 0) return draft;
  if (draft.type === 'trueFalse') return withoutKeys(draft, marksInStem);
  return draft.options.length > 1 ? withoutKeys(draft, lettersInStem) : draft;
}

function withoutKeys(draft: Draft, keys: RegExp): Draft {
  let { stem } = draft;
  const answers = [...draft.answers];
  for (const key of [...stem.matchAll(keys)].reverse()) {
    answers.push({ text: key[2] ?? '', at: draft.at, by: 'stem' });
    const at = key.index ?? 0;
    const [open, close] = /[<＜〈]/.test(key[1] ?? '') ? ['（', '）'] : [key[1], key[3]];
    stem = `${stem.slice(0, at)}${open}  ${close}${stem.slice(at + key[0].length)}`;
  }
  return { ...draft, stem, answers };
}
