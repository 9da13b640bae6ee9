import { withAnswerIndexes } from './answerIndexes';
import { type Assembled, assemble } from './assembly/assemble';
import type { Layout } from './assembly/layout';
import type { BankLine } from './bankLine';
import { blanksOf } from './blanks';
import { type Checked, checkDraft } from './checkDraft';
import { type Draft, emptyDraft } from './draft';
import { keyAtEnd } from './keyAtEnd';
import { keyBehind } from './keyBehindOptions';
import { withListedAnswers } from './keyLists';
import { withoutLostOptions } from './lostOptions';
import { optionsInLine } from './optionMarkers';
import { withOwnNumbers } from './ownNumbers';
import { typeHeadingOf } from './signals/headings';
import { labelAt } from './signals/labels';
import { numberAt } from './signals/questionNumber';
import { typeLabelAt } from './signals/typeLabels';

/** A text as one way of reading it explains it. */
export interface Understanding {
  /** What was assumed, and how far it went; for people. */
  evidence: string;
  drafts: Draft[];
  checked: Checked[];
  strays: Assembled['strays'];
  lists: Assembled['lists'];
  score: number;
}

const beginWords: Record<Layout['begins'], string> = {
  number: '每题以题号开头',
  label: '每题有“第几题”“题目”一类的字样',
  sign: '每题以【】开头',
  gap: '没有题号，一题接一题',
  asking: '没有题号，问句或有空的一行就是一题',
};
const keyWords: Record<Layout['key'], string> = {
  said: '答案写在“答案”后面，或列在后面',
  behind: '答案写在最后一个选项后面',
  stem: '答案写在题干的括号里',
  tail: '答案写在题干后面',
  filled: '答案填在题干的空里',
  tick: '对的选项打了√',
  look: '对的选项换了颜色',
};

/** Every way of reading that the lines give any reason for. */
function layoutsFor(lines: readonly BankLine[]): Layout[] {
  const some = (test: (line: BankLine) => boolean) =>
    lines.filter(test).length >= Math.max(2, lines.length / 200);
  const begins: Layout['begins'][] = ['number'];
  if (
    some(
      ({ plain }) =>
        labelAt(plain)?.label === 'stem' ||
        /^\s*第\s*\d+\s*题/.test(plain) ||
        typeLabelAt(plain) !== null ||
        /^\s*\d+\s*[.、]?\s*\[/.test(plain),
    )
  )
    begins.push('label');
  if (some(({ plain }) => /^\s*\[[^\]]{1,20}\]/.test(plain))) begins.push('sign');
  begins.push('gap');
  const numbered = lines.filter(({ plain }) => numberAt(plain) !== null).length;
  if (numbered < lines.length / 20) begins.push('asking');
  const hasLetters =
    some(({ text }) => optionsInLine(text).length > 0) ||
    some(({ plain }) => /[^A-Za-z]B\s*[.、:)]/.test(plain));
  const keys: Layout['key'][] = ['said'];
  if (some(({ text }) => keyBehind(text) !== null && /(?<![A-Za-z])[B-J]\s*[.、．)）:：]/.test(text)))
    keys.push('behind');
  if (
    some(({ plain }) =>
      /[([{_<]\s*(?:[A-J](?:[\s,、]*[A-J])*|[TNYX]|√|×|对|错|正确|错误|true|false)\s*[)\]}_>]/i.test(plain),
    )
  )
    keys.push('stem');
  if (some(({ text, plain }) => keyAtEnd(plain) !== null && optionsInLine(text).length === 0))
    keys.push('tail');
  if (
    some(({ stressed }) => stressed.length > 0) ||
    lines.some(({ plain }) => typeHeadingOf(plain)?.type === 'blank')
  )
    keys.push('filled');
  // Where lines end with crosses as well, ticks say that a line is true and not which one is right.
  const hasCrosses = some(({ plain }) => /×\s*[)\]]?\s*$|^\s*[([]?\s*×/.test(plain));
  if (!hasCrosses && some(({ plain }) => /√\s*\)?\s*(?:$|[A-J]\s*[.、:)])|^\s*\(?\s*√/.test(plain)))
    keys.push('tick');
  if (new Set(lines.map(({ look }) => look)).size > 1 || lines.some(({ looks }) => looks !== null))
    keys.push('look');
  const options: Layout['options'][] = hasLetters ? ['lettered', 'plain'] : ['plain', 'lettered'];
  return begins.flatMap((begin) =>
    options.flatMap((option) =>
      keys
        // Lines without letters are options only where something marks the right ones.
        .filter((key) => option === 'lettered' || key === 'tick' || key === 'look')
        .map((key): Layout => ({ begins: begin, options: option, key })),
    ),
  );
}

/**
 * Reads the lines in every way they give a reason for and takes the way that explains most: most questions with one
 * clear key, fewest that are unclear, fewest lines without a place. Null when no way finds anything.
 */
export function understandLines(lines: readonly BankLine[]): Understanding | null {
  let best: Understanding | null = null;
  for (const layout of layoutsFor(lines)) {
    const { drafts, lists, strays } = assemble(lines, layout);
    const found = weigh(
      withListedAnswers(drafts, lists),
      lists,
      strays,
      `${beginWords[layout.begins]}，${layout.options === 'plain' && layout.key !== 'said' ? '选项一行一个，' : ''}${keyWords[layout.key]}`,
    );
    if (best === null || isBetter(found, best)) best = found;
  }
  const paired = readPairs(lines);
  if (paired && (best === null || paired.score > best.score)) best = paired;
  return best && best.drafts.length > 0 ? best : null;
}

/** The score by which a way without more questions must be better than a plainer one, which comes first. */
const MARGIN = 2;

function isBetter(one: Understanding, other: Understanding): boolean {
  const read = ({ checked }: Understanding) => checked.filter(({ kind }) => kind === 'question').length;
  return one.score > other.score + (read(one) > read(other) ? 0 : MARGIN);
}

function weigh(
  given: Draft[],
  lists: Assembled['lists'],
  strays: Assembled['strays'],
  evidence: string,
): Understanding {
  const drafts = withAnswerIndexes(withOwnNumbers(given));
  const checked = withoutLostOptions(drafts, drafts.map(checkDraft));
  let explained = 0;
  let unclear = 0;
  for (const [index, result] of checked.entries()) {
    const weight = drafts[index]?.lines ?? 0;
    // A question without its key is half understood: its answer may be in another file.
    if (result.kind === 'question') explained += weight + 1;
    else if (result.kind === 'problem' && result.code === 'answer_missing') explained += (weight + 1) / 2;
    else if (result.kind === 'problem') unclear += weight + 1;
    else explained += weight / 4;
  }
  const listed = lists.reduce((sum, list) => sum + list.entries.length, 0);
  return {
    evidence,
    drafts,
    checked,
    strays,
    lists,
    score: explained + listed - unclear / 2 - strays.filter(({ leads, matters }) => !leads || matters).length,
  };
}

/** A line with a blank, then a line with what goes into it, all through. */
function readPairs(lines: readonly BankLine[]): Understanding | null {
  if (lines.length < 4 || lines.length % 2 === 1) return null;
  if (lines.some(({ text, plain }) => optionsInLine(text).length > 0 || labelAt(plain)?.label === 'answer'))
    return null;
  const drafts: Draft[] = [];
  let asking = 0;
  for (let at = 0; at < lines.length; at += 2) {
    const [question, answer] = [lines[at], lines[at + 1]];
    if (!question || !answer || blanksOf(answer.text) > 0) return null;
    if (blanksOf(question.text) > 0 || /[？?]$/.test(question.text)) asking += 1;
    const draft = emptyDraft(question.at, 0);
    drafts.push({
      ...draft,
      type: 'blank',
      stem: question.text,
      answers: [{ text: answer.text, at: answer.at, by: 'line' }],
      lines: 2,
    });
  }
  return asking >= drafts.length * 0.7 ? weigh(drafts, [], [], '一行题干、一行答案') : null;
}
