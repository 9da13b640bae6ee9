import { alike, runsOf } from './searchTerms';

/** A stretch of a text; `isHit` where it is what was looked for. */
export interface ExcerptPart {
  text: string;
  isHit: boolean;
}

/** Characters shown: about two lines on a phone of 360 px. */
const SHOWN = 60;
/** Characters before the first hit, so that one sees in which sentence it stands. */
const BEFORE = 14;
/** Pairs are looked for one by one only when the whole is nowhere; a question has at most 60 characters. */
const MOST_MARKS = 60;

/**
 * The part of `text` around the first place where a run of `question` stands, with every hit in it marked; where no
 * whole run stands, pairs of its characters count. Without a hit the beginning of the text. `…` says that text is left
 * out; line breaks become blanks.
 */
export function excerptOf(text: string, question: string): ExcerptPart[] {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  const marked = markHits(characters, question);
  const first = Math.max(marked.indexOf(true), 0);
  const start =
    first + SHOWN - BEFORE >= characters.length
      ? Math.max(characters.length - SHOWN, 0)
      : Math.max(first - BEFORE, 0);
  const end = Math.min(start + SHOWN, characters.length);
  const parts: ExcerptPart[] = [];
  if (start > 0) parts.push({ text: '…', isHit: false });
  for (let at = start; at < end; at += 1) {
    const last = parts.at(-1);
    const isHit = marked[at] ?? false;
    if (last && last.isHit === isHit) last.text += characters[at];
    else parts.push({ text: characters[at] ?? '', isHit });
  }
  if (end < characters.length) parts.push({ text: '…', isHit: false });
  return parts;
}

function markHits(characters: readonly string[], question: string): boolean[] {
  // One character may become several when compared (㎏ -> kg): each knows where it came from.
  const origin: number[] = [];
  let compared = '';
  for (const [at, character] of characters.entries()) {
    for (const unit of alike(character).split('')) {
      compared += unit;
      origin.push(at);
    }
  }
  const marked = new Array<boolean>(characters.length).fill(false);
  const mark = (needle: string) => {
    let found = compared.indexOf(needle);
    const isThere = found >= 0;
    for (let times = 0; found >= 0 && times < MOST_MARKS; times += 1) {
      for (let at = found; at < found + needle.length; at += 1) marked[origin[at] ?? 0] = true;
      found = compared.indexOf(needle, found + needle.length);
    }
    return isThere;
  };
  for (const { isChinese, characters: run } of runsOf(question)) {
    if (mark(run.join('')) || !isChinese) continue;
    for (let at = 0; at + 1 < run.length; at += 1) mark(run.slice(at, at + 2).join(''));
  }
  return marked;
}
