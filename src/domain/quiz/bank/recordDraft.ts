import type { Place } from './bankQuestion';
import { blanksOf } from './blanks';
import { type Draft, emptyDraft } from './draft';
import { optionsInLine, textsOf } from './optionMarkers';
import { plainForm, tidy } from './plainForm';
import { type SaidType, saidTypeOf } from './saidType';

/** A question as fields of a row or an object give it. */
export interface QuestionRecord {
  at: Place;
  stem: string;
  type: string;
  /** By letter; empty where a column has nothing. */
  optionCells: readonly string[];
  /** All options in one field. */
  options: string;
  /** Options that a list gives already apart, and which of them it marks as right. */
  optionList: readonly { text: string; isRight: boolean }[];
  answer: string;
  explanation: string;
  source: string;
  topic: string;
  difficulty: string;
  hasFormula: boolean;
}

export function emptyRecord(at: Place): QuestionRecord {
  return {
    at,
    stem: '',
    type: '',
    optionCells: [],
    options: '',
    optionList: [],
    answer: '',
    explanation: '',
    source: '',
    topic: '',
    difficulty: '',
    hasFormula: false,
  };
}

/** The parts of a record as a draft; what code a kind has (`1`, `2`) is said by `typeOfCode`. */
export function recordDraft(record: QuestionRecord, typeOfCode: (code: string) => SaidType | null): Draft {
  const draft = emptyDraft(record.at, 0);
  draft.stem = tidy(record.stem).replace(/^\d{1,4}\s*[、.．]\s*(?!\d)/, '');
  draft.type = saidTypeOf(record.type) ?? typeOfCode(record.type.trim());
  draft.explanation = tidy(record.explanation);
  draft.source = tidy(record.source);
  draft.topic = tidy(record.topic);
  draft.difficulty = tidy(record.difficulty);
  draft.lines = 1;
  const cells = withoutEmptyEnd(record.optionCells.map(tidy));
  const answer = tidy(record.answer);
  if (draft.type === 'blank' && answer === '' && cells.length > 0) {
    // Templates of exam systems put the texts of the blanks into the columns of the options.
    draft.answers = cells.map((text) => ({ text, at: record.at, by: 'line' as const }));
    return draft;
  }
  const options = cells.length > 0 ? cells.map(withoutOwnLetter) : optionTexts(record);
  draft.options = options.map((text, letter) => ({
    letter,
    text,
    marked: record.optionList[letter]?.isRight ?? false,
  }));
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

/** A cell may repeat its letter: `C.  时间`; another letter than its column's stays and is seen by the check. */
function withoutOwnLetter(text: string, index: number): string {
  const found = /^([A-Ja-j])\s*[.、:)]\s*/.exec(plainForm(text));
  return found && (found[1] ?? '').toUpperCase().charCodeAt(0) - 65 === index
    ? text.slice(found[0].length)
    : text;
}

function optionTexts(record: QuestionRecord): string[] {
  if (record.optionList.length > 0)
    return record.optionList.map(({ text }, index) => withoutOwnLetter(tidy(text), index));
  const text = record.options.trim();
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
