import type { ReadQuestion } from './bankQuestion';
import { blanksOf } from './blanks';
import { withMaterial } from './checkDraft';
import type { Draft } from './draft';
import { plainForm } from './plainForm';
import { type Difficulty, type QuestionDraft, type QuestionSource, questionLimits } from './questionDraft';

/** Characters of what could not be understood that are kept, so that somebody can part it; twice the longest stem. */
const KEPT = 2 * questionLimits.stem;

/** What was read of a question without one clear key: everything but the key. */
export function draftOfUnclear(draft: Draft, topic: string): QuestionDraft {
  const options = draft.options.map(({ text }) => text.trim().slice(0, KEPT));
  const saidType = draft.type === 'choice' || draft.type === 'essay' ? null : draft.type;
  return {
    type: saidType ?? (options.length > 1 ? null : blanksOf(draft.stem) > 0 ? 'blank' : null),
    stem: withMaterial(draft.material, draft.stem.trim()).slice(0, KEPT),
    options:
      saidType === 'trueFalse' || saidType === 'blank' ? [] : options.slice(0, 2 * questionLimits.options),
    key: [],
    ...aboutOf(draft, topic),
  };
}

/** A question that was read with a clear key; `topic` is for one whose file names no chapter. */
export function draftOfRead(read: ReadQuestion, topic: string): QuestionDraft {
  const { key } = read;
  return {
    type: read.type,
    stem: read.stem.trim(),
    options: read.options.map((option) => option.trim()),
    key: key.kind === 'truth' ? [key.right ? 1 : 0] : key.right,
    ...aboutOf(read, topic),
  };
}

function aboutOf(
  read: Pick<ReadQuestion, 'explanation' | 'source' | 'topic' | 'difficulty'>,
  topic: string,
): Pick<QuestionDraft, 'explanation' | 'source' | 'topic' | 'difficulty'> {
  return {
    explanation: read.explanation.trim().slice(0, KEPT),
    source: sourceOf(read.source),
    topic: oneLine(read.topic).slice(0, questionLimits.topic) || topic,
    difficulty: difficultyOf(read.difficulty),
  };
}

/** `《计量法》第二十一条` in its two parts; without book-title marks, what stands before 第…条 is the title. */
export function sourceOf(text: string): QuestionSource {
  const line = oneLine(text);
  const found =
    /^《([^》]+)》(.*)$/.exec(line) ?? /^(.*?)(第[零〇一二三四五六七八九十百千\d]+条.*)$/.exec(line);
  const [title, article] = found ? [found[1] ?? '', found[2] ?? ''] : [line, ''];
  return {
    title: title.trim().slice(0, questionLimits.sourceTitle),
    article: article.trim().slice(0, questionLimits.article),
    url: null,
    versionOn: null,
    checkedOn: null,
  };
}

/** The three grades that people write in many ways; null for any other word and for coefficients. */
export function difficultyOf(text: string): Difficulty | null {
  const word = plainForm(text).trim().toLowerCase();
  if (/^(?:易|较易|容易|简单|低|初级|easy)$/.test(word)) return 'easy';
  if (/^(?:中|中等|一般|适中|普通|中级|medium|normal)$/.test(word)) return 'medium';
  return /^(?:难|较难|困难|高|高级|hard|difficult)$/.test(word) ? 'hard' : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
