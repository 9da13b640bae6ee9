import { withoutTick } from './assembly/optionLook';
import type { Place } from './bankQuestion';
import { blanksOf } from './blanks';
import { type Draft, emptyDraft } from './draft';
import { optionsBehindStem, optionsInLine, textsOf } from './optionMarkers';
import { plainForm, tidy } from './plainForm';
import { type SaidType, saidTypeOf } from './saidType';
import { typeLabelAt } from './signals/typeLabels';
import { withoutTags } from './tags';
import type { TruthLegend } from './truthLegend';
import { withRight } from './withRight';

/** A question as fields of a row or an object give it. */
export interface QuestionRecord {
  at: Place;
  stem: string;
  type: string;
  /** By letter; empty where a column has nothing. */
  optionCells: readonly string[];
  /** The wrong options, where the answer is the right one written out. */
  wrongs: string[];
  /** All options in one field. */
  options: string;
  /** Options that a list gives already apart, and which of them it marks as right. */
  optionList: readonly { text: string; isRight: boolean }[];
  answer: string;
  explanation: string;
  source: string;
  topic: string;
  difficulty: string;
  score: string;
  number: string;
  hasFormula: boolean;
  /** What letters stand for in true-false questions, where the table says so. */
  legend: TruthLegend | null;
}

/** A row of which nothing has been read yet. */
export function emptyRecord(at: Place): QuestionRecord {
  return {
    at,
    stem: '',
    type: '',
    optionCells: [],
    wrongs: [],
    options: '',
    optionList: [],
    answer: '',
    explanation: '',
    source: '',
    topic: '',
    difficulty: '',
    score: '',
    number: '',
    hasFormula: false,
    legend: null,
  };
}

/** The parts of a record as a draft; what code a kind has (`1`, `2`) is said by `typeOfCode`. */
export function recordDraft(record: QuestionRecord, typeOfCode: (code: string) => SaidType | null): Draft {
  const draft = emptyDraft(record.at, 0);
  const stem = tidy(withoutTags(record.stem).replace(/\s*\r?\n\s*/g, '  '));
  const behind = optionsBehindStem(stem);
  const hasOwn =
    record.optionCells.some((cell) => cell.trim() !== '') ||
    record.options !== '' ||
    record.optionList.length > 0;
  const inStem = hasOwn ? [] : behind;
  draft.stem = (inStem[0] ? stem.slice(0, inStem[0].start) : cleanText(record.stem))
    .trim()
    .replace(/^\d{1,4}\s*[、.．]\s*(?!\d)/, '');
  draft.type = saidTypeOf(record.type) ?? typeOfCode(record.type.trim());
  const label = typeLabelAt(plainForm(draft.stem));
  if (label) {
    draft.type ??= label.type;
    draft.stem = draft.stem.slice(label.restAt);
  }
  draft.explanation = cleanText(record.explanation);
  draft.source = cleanText(record.source);
  draft.topic = cleanText(record.topic);
  draft.difficulty = cleanText(record.difficulty);
  draft.score = cleanText(record.score);
  draft.number = /^\d{1,5}$/.test(record.number.trim()) ? Number(record.number) : null;
  draft.lines = 1;
  draft.legend = record.legend;
  const cells = withoutEmptyEnd(record.optionCells.map(cleanText));
  const answer = cleanText(record.answer);
  if (draft.type === 'blank' && answer === '' && cells.length > 0) {
    // Templates of exam systems put the texts of the blanks into the columns of the options.
    draft.answers = cells.map((text) => ({ text, at: record.at, by: 'part' as const }));
    return draft;
  }
  let options =
    inStem.length > 0
      ? textsOf(stem, inStem).map(tidy)
      : cells.length > 0
        ? cells.map(withoutOwnLetter)
        : optionTexts(record);
  if (options.length === 0) options = withRight(answer, record.wrongs.map(cleanText));
  draft.options = options.map((text, letter) => ({
    letter,
    text,
    marked: record.optionList[letter]?.isRight ?? false,
  }));
  if (answer === '') takeTicks(draft);
  const marked = draft.options.flatMap((option, index) => (option.marked ? [index] : []));
  if (marked.length > 0)
    draft.answers.push({
      text: marked.map((index) => String.fromCharCode(65 + index)).join(''),
      at: record.at,
      by: 'mark',
    });
  if (answer !== '') {
    const isTruthCode =
      draft.options.length === 0 &&
      /^[012]$/.test(plainForm(answer)) &&
      (draft.type === 'trueFalse' || draft.type === null);
    // 1 stands for right; 0 and 2, whichever is used, for wrong.
    draft.answers.push({
      text: isTruthCode ? (plainForm(answer) === '1' ? '对' : '错') : answer,
      at: record.at,
      by: 'line',
    });
  }
  if (
    draft.type === null &&
    draft.options.length === 0 &&
    blanksOf(draft.stem) > 0 &&
    !/^[A-J]$/i.test(plainForm(answer))
  )
    draft.type = 'blank';
  return draft;
}

/** `季度√` in the cell of an option, where nothing else says which is right. */
function takeTicks({ options }: Draft): void {
  if (options.some(({ marked }) => marked)) return;
  for (const option of options) {
    const { text, hasTick } = withoutTick(option.text);
    if (hasTick) Object.assign(option, { text, marked: true });
  }
}

/** Of a cell or field: no tags, no line breaks, tidy. */
function cleanText(text: string): string {
  const plain = /<[a-z/][^<>]*>|&[a-z#]\w+;/i.test(text) ? withoutTags(text) : text;
  // Chinese words join without a blank, others with one.
  return tidy(plain.replace(/(?<=[\u2e80-\uffef])[ \t]*\r?\n\s*/g, '').replace(/\s*\r?\n\s*/g, ' '));
}

/** A cell may repeat its letter, even twice: `C.  时间`; another letter than its column's stays and is seen by the check. */
function withoutOwnLetter(text: string, index: number): string {
  const found = /^[([]?([A-Ja-j])[)\]]?\s*[.、:)·,-]?\s*/.exec(plainForm(text));
  const isSigned = found !== null && found[0].trim().length > 1;
  const isOwn = (found?.[1] ?? '').toUpperCase().charCodeAt(0) - 65 === index;
  return isSigned && isOwn && found[0].length < text.length
    ? withoutOwnLetter(text.slice(found[0].length), index)
    : text;
}

function optionTexts(record: QuestionRecord): string[] {
  if (record.optionList.length > 0)
    return record.optionList.map(({ text }, index) => withoutOwnLetter(cleanText(text), index));
  const raw = record.options.trim();
  const text = /<[a-z/][^<>]*>|&[a-z#]\w+;/i.test(raw) ? withoutTags(raw).trim() : raw;
  if (text === '') return [];
  const flat = text.replace(/\r?\n/g, '  ');
  const lettered = optionsInLine(flat);
  if (lettered.length > 1 && lettered.every(({ letter }, index) => letter === index))
    return textsOf(flat, lettered).map(tidy);
  for (const sign of [/\r?\n/, /\s*\|\s*|\s*｜\s*/, /\$[^$]{0,4}\$|#{1,3}|@@/, /[;；]/]) {
    const parts = text.split(sign).map(tidy).filter(Boolean);
    if (parts.length > 1) return parts.map(withoutOwnLetter);
  }
  return [tidy(text)];
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '') === '') end -= 1;
  return cells.slice(0, end);
}
