import { lettersOf } from './answerValue';
import type { Layout } from './assembly/layout';
import { blanksOf } from './blanks';
import type { Draft } from './draft';
import { takeKeyAtEnd } from './keyAtEnd';
import { takeKeyOutOfStem } from './keyInStem';
import { plainForm } from './plainForm';
import { typeLabelAtEnd } from './signals/typeLabels';
import { withRight } from './withRight';

/** Takes off the stem what is not part of it, once all of it is there. */
export function finishDraft(draft: Draft, key: Layout['key']): void {
  const ending = typeLabelAtEnd(plainForm(draft.stem));
  if (ending) {
    draft.type = draft.type === null || draft.type === 'choice' ? ending.type : draft.type;
    draft.stem = draft.stem.slice(0, ending.stemEnd);
  }
  const scored = /\s*[([]\s*(?:本题)?(\d{1,2}(?:\.\d)?\s*分)\s*[)\]]\s*$/.exec(plainForm(draft.stem));
  if (scored && scored.index > 0) {
    draft.score ||= scored[1] ?? '';
    draft.stem = draft.stem.slice(0, scored.index);
  }
  takeWrongs(draft);
  sortOptions(draft);
  if (isChoiceAfterAll(draft)) draft.type = 'choice';
  drawNumberedBlanks(draft);
  if (key === 'stem') takeKeyOutOfStem(draft);
  if (key === 'tail') takeKeyAtEnd(draft);
  // Whoever writes keys into brackets does so with blanks too.
  if (key === 'filled' || (key === 'stem' && draft.type === 'blank')) takeFilledBlanks(draft);
}

/** Options that stand in another order than their letters, as in columns; only where each letter is there once. */
function sortOptions(draft: Draft): void {
  const sorted = [...draft.options].sort((one, other) => (one.letter ?? 0) - (other.letter ?? 0));
  if (sorted.every(({ letter }, index) => letter === index)) draft.options = sorted;
}

/** `正确答案：甲`, `错误答案1：乙`: the options without letters, the right one first. */
function takeWrongs(draft: Draft): void {
  const [answer] = draft.answers;
  if (draft.options.length > 0 || draft.wrongs.length === 0 || draft.answers.length !== 1 || !answer) return;
  draft.options = withRight(answer.text, draft.wrongs).map((text) => ({ letter: null, text, marked: false }));
}

/** Below `案例分析题` questions may have options and letters for an answer; what has them is no essay. */
function isChoiceAfterAll({ type, options, answers }: Draft): boolean {
  return (
    type === 'essay' &&
    options.length > 1 &&
    options.every(({ letter }, index) => letter === index) &&
    answers.every(({ text }) => lettersOf(text) !== null)
  );
}

/**
 * Where blanks were lost and only their numbers stayed (`最大优势是1。`, with `空 1: …` as answer), brackets make them
 * blanks again. Only when the answers say that they belong to numbered blanks and each number stands there once.
 */
function drawNumberedBlanks(draft: Draft): void {
  const spoken = draft.answers.filter(({ text }) => /^空\s*\d/.test(text));
  if (spoken.length === 0 || spoken.length !== draft.answers.length || blanksOf(draft.stem) > 0) return;
  let stem = draft.stem;
  for (let number = 1; number <= spoken.length; number += 1) {
    const lone = new RegExp(`(?<![\\d.])${number}(?![\\d.年月日%％个])`, 'g');
    if ([...stem.matchAll(lone)].length !== 1) return;
    stem = stem.replace(lone, `（${number}）`);
  }
  draft.stem = stem;
}

/** Brackets that say something about the words before them and are no blank that was filled in. */
const remark = /^(?:以下|简称|含|包括|即|如|或|不含|试行|草案|\d+年|.*(?:修订|修正|施行|发布|条例|\d分)$)/;

/**
 * A blank that is already filled in: words that are underlined or coloured, or in the brackets of a question that is
 * said to be one with blanks. They become blanks again and their words the answers.
 */
function takeFilledBlanks(draft: Draft): void {
  if (draft.options.length > 0 || draft.answers.length > 0 || blanksOf(draft.stem) > 0) return;
  if (draft.type !== null && draft.type !== 'blank') return;
  let stem = draft.stem;
  const words: string[] = [];
  for (const word of draft.stressed) {
    const bare = word.replace(/^[\s（(【[]+|[\s）)\]】]+$/g, '');
    if (bare === '' || stem.split(bare).length !== 2) return;
    stem = stem.replace(bare, '____');
    words.push(bare);
  }
  stem = stem.replace(/[（(【[]\s*____\s*[）)\]】]/g, '____');
  if (words.length === 0 && draft.type === 'blank')
    stem = stem.replace(/[（(【]([^（()）【】]{1,30})[）)】]/g, (whole, word: string) => {
      if (remark.test(word.trim())) return whole;
      words.push(word.trim());
      return '____';
    });
  if (words.length === 0 || stem.replace(/[_\s。，]/g, '').length < 2) return;
  draft.stem = stem;
  draft.type = 'blank';
  for (const text of words) draft.answers.push({ text, at: draft.at, by: 'stem' });
}

/** So many questions with options of two colours make all colours doubtful; fewer are slips. */
const MIXED_SHARE = 0.2;

function isMixed({ options }: Draft): boolean {
  return new Set(options.flatMap(({ color }) => color ?? [])).size > 1;
}

/**
 * Marks as answers. Where all options of most questions are marked the mark means nothing; it is then believed only
 * where it sets some options apart.
 */
export function takeMarks(drafts: readonly Draft[]): void {
  const isWhole = ({ options }: Draft) => options.every(({ marked }) => marked);
  const marked = drafts.filter(({ options }) => options.some((option) => option.marked));
  const whole = marked.filter(isWhole);
  const isBelieved = whole.length <= marked.length / 2;
  const mixed = marked.filter(isMixed);
  // Green for what is right and red for what somebody chose: nobody says which colour is the key.
  if (mixed.length > marked.length * MIXED_SHARE) return;
  for (const draft of marked) {
    if ((!isBelieved && isWhole(draft)) || isMixed(draft)) continue;
    const right = draft.options.flatMap((option, index) => (option.marked ? [index] : []));
    draft.answers.push({
      text: right.map((index) => String.fromCharCode(65 + index)).join(''),
      at: draft.at,
      by: 'mark',
    });
  }
}
