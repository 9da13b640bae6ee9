import { isWrong, type Role, roleOf, rolesOfContent } from './columnRoles';
import { emptyRecord, type QuestionRecord } from './recordDraft';
import { saidTypeOf } from './saidType';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** A list of objects with the names that lead to it. */
interface NamedList {
  items: { key: string; value: Json }[];
  name: string;
}

/**
 * The questions in parsed JSON: of every list of objects that have a stem, by the names of their fields, and where
 * those say nothing by what the fields hold. A list that only repeats questions of a longer one (mistakes, favourites)
 * falls out.
 */
export function objectRecords(json: unknown, file: string): QuestionRecord[] {
  const lists = listsIn(json as Json)
    .map((list) => recordsOf(list, file))
    .filter((records) => records.length > 0)
    .sort((one, other) => other.length - one.length);
  const seen = new Set<string>();
  const records: QuestionRecord[] = [];
  for (const list of lists) {
    const own = list.filter((record) => !seen.has(record.stem + String(record.answer)));
    for (const record of list) seen.add(record.stem + String(record.answer));
    records.push(...own);
  }
  if (records.length > 0) return records;
  return pairRecords(json as Json, file);
}

/** Options written as JSON in one cell or field: texts, or objects with a text; null when it is something else. */
export function optionListOf(text: string): { text: string; isRight: boolean }[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return optionsOf(JSON.parse(text) as Json);
  } catch {
    // `['甲', '乙']` as other languages write it.
    const words = [...text.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
    return /^\s*\['.*'\]\s*$/s.test(text) && words.length > 1
      ? words.map((word) => ({ text: word, isRight: false }))
      : null;
  }
}

function listsIn(json: Json, name = '', depth = 0): NamedList[] {
  if (depth > 8 || json === null || typeof json !== 'object') return [];
  const entries = Object.entries(json).map(([key, value]) => ({ key, value }));
  const objects = entries.filter(({ value }) => isObject(value));
  const here: NamedList[] =
    objects.length > 0 && objects.length === entries.length ? [{ items: objects, name }] : [];
  const names = Array.isArray(json) ? () => name : (key: string) => `${name} ${key}`;
  // Inside of questions there are no lists of questions but of options.
  const isQuestions = here.some((list) => recordsOf(list, '').length > 0);
  return isQuestions ? here : entries.flatMap(({ key, value }) => listsIn(value, names(key), depth + 1));
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordsOf({ items, name }: NamedList, file: string): QuestionRecord[] {
  const isMap = items.every(({ key }) => !/^\d+$/.test(key));
  const records = items.flatMap(({ key, value }, index) =>
    isObject(value) ? recordOf(value, `${file} 第 ${index + 1} 项`, isMap ? key : '', name) : [],
  );
  return records.length > 0 ? records : byContent(items, file);
}

function recordOf(item: JsonObject, at: string, key: string, name: string): QuestionRecord[] {
  const record = emptyRecord(at);
  const cells: string[] = [];
  const roles = rolesOfFields(Object.keys(item));
  const hasOther = roles.some(([, role]) => role === 'answer' || role === 'options' || isLetter(role));
  for (const [field, role] of roles) {
    const value = item[field] ?? null;
    if (role === null) continue;
    if (isWrong(role)) record.wrongs.push(...(Array.isArray(value) ? value : [value]).map(textOf));
    else if (typeof role === 'object') cells[role.option] = textOf(value);
    else if (role === 'options') {
      if (record.optionList.length > 0) continue;
      record.optionList = (typeof value === 'string' ? optionListOf(value) : optionsOf(value)) ?? [];
      if (record.optionList.length === 0) record.options = textOf(value);
    } else if (role === 'stem') {
      // Of a title and a text the longer one asks.
      if (textOf(value).length > record.stem.length) record.stem = textOf(value);
    } else if (record[role] === '') record[role] = textOf(value);
  }
  record.optionCells = Array.from(cells, (cell) => cell ?? '');
  // `[true, false, false]` beside the options.
  const flags = roles.flatMap(([field, role]) => (role === 'answer' ? [item[field] ?? null] : []))[0];
  if (Array.isArray(flags) && flags.length > 1 && flags.every((flag) => typeof flag === 'boolean')) {
    if (flags.length === record.optionList.length) {
      record.answer = '';
      record.optionList = record.optionList.map(({ text }, index) => ({
        text,
        isRight: flags[index] === true,
      }));
    }
  }
  if (record.stem === '' && hasOther) record.stem = key;
  if (record.type === '' && saidTypeOf(name)) record.type = name;
  const hasAnything =
    record.answer !== '' ||
    record.options !== '' ||
    record.optionList.length > 0 ||
    cells.length > 0 ||
    record.wrongs.length > 0;
  return record.stem.trim() === '' || !(hasAnything || hasOther) ? [] : [record];
}

/** A lone field `a` is no option A but the answer, as in `{q, o, a}`. */
function rolesOfFields(fields: readonly string[]): (readonly [string, Role | null])[] {
  const roles = fields.map((field) => [field, roleOf(field)] as const);
  const letters = roles.filter(([, role]) => isLetter(role));
  const isAnswer = letters.length === 1 && !roles.some(([, role]) => role === 'answer');
  return roles.map(([field, role]) => [field, isAnswer && isLetter(role) ? 'answer' : role] as const);
}

const isLetter = (role: Role | null) => role !== null && typeof role === 'object';

/** Fields whose names say nothing: as columns of a table without a header. */
function byContent(items: NamedList['items'], file: string): QuestionRecord[] {
  const fields = [...new Set(items.flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])))];
  const lists = new Set(
    fields.filter((field) => items.some(({ value }) => isObject(value) && optionsOf(value[field] ?? null))),
  );
  const rows = items.map(({ value }) =>
    fields.flatMap((field, column) => {
      const text = isObject(value) && !lists.has(field) ? textOf(value[field] ?? null) : '';
      return text === '' ? [] : [{ column, text }];
    }),
  );
  const roles = rows.length > 1 ? rolesOfContent(rows) : null;
  if (!roles) return [];
  return items.flatMap(({ value }, index) => {
    if (!isObject(value)) return [];
    const record = emptyRecord(`${file} 第 ${index + 1} 项`);
    const cells: string[] = [];
    for (const [column, role] of roles.byColumn) {
      const text = textOf(value[fields[column] ?? ''] ?? null);
      if (typeof role === 'object') cells[role.option] = text;
      else record[role] = text;
    }
    record.optionCells = Array.from(cells, (cell) => cell ?? '');
    const [list] = [...lists];
    record.optionList = list ? (optionsOf(value[list] ?? null) ?? []) : [];
    if (record.optionList.length > 0) record.optionCells = [];
    return record.stem === '' ? [] : [record];
  });
}

/** `{"题干": "答案", …}`: long names, each with a short text. */
function pairRecords(json: Json, file: string): QuestionRecord[] {
  if (!isObject(json)) return [];
  const entries = Object.entries(json).filter(
    ([, value]) => typeof value === 'string' || Array.isArray(value),
  );
  const long = entries.filter(([key]) => key.length >= 8 && roleOf(key) === null);
  if (entries.length < 2 || long.length < entries.length * 0.8) return [];
  return long.map(([stem, value], index) => ({
    ...emptyRecord(`${file} 第 ${index + 1} 项`),
    stem,
    answer: textOf(value),
  }));
}

function optionsOf(value: Json): { text: string; isRight: boolean }[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value)
      .filter(([, text]) => textOf(text) !== '')
      .sort(([one], [other]) => one.localeCompare(other));
    const lettered = entries.every(
      ([key], index) => key.trim().toUpperCase() === String.fromCharCode(65 + index),
    );
    return lettered && entries.length > 1
      ? entries.map(([, text]) => ({ text: textOf(text), isRight: false }))
      : null;
  }
  const objects = value.filter(isObject);
  if (objects.length === 0) {
    const texts = value.map((text) => ({ text: textOf(text), isRight: false }));
    return texts.length > 1 ? texts : null;
  }
  if (objects.length !== value.length || value.length < 2) return null;
  const field = textField(objects);
  const options = objects.map((option) => {
    const right = Object.entries(option).find(([key]) =>
      /^(?:is)?_?(?:right|correct|answer|true)|正确/i.test(key),
    );
    return {
      letter: letterOf(option, field),
      // `{"A": "甲"}`: one field, named after its letter.
      text: textOf(option[field] ?? Object.values(option)[0] ?? null),
      isRight: right !== undefined && /^(?:true|1|是|y)$/i.test(textOf(right[1])),
    };
  });
  const letters = options.map(({ letter }) => letter);
  const isSet = new Set(letters).size === letters.length && letters.every((letter) => letter !== null);
  if (isSet) options.sort((one, other) => (one.letter ?? 0) - (other.letter ?? 0));
  // Letters that are not A, B, C … are not understood, and then nothing is.
  if (isSet && options.some(({ letter }, index) => letter !== index)) return null;
  return options.map(({ text, isRight }) => ({ text, isRight }));
}

/** The field that holds the options' words: by its name, but never one that holds only letters or numbers. */
function textField(options: readonly JsonObject[]): string {
  const fields = [...new Set(options.flatMap((option) => Object.keys(option)))].filter((field) =>
    options.some(
      (option) =>
        typeof option[field] === 'string' &&
        !/^(?:[A-J]|\d{1,2}|)$/i.test(textOf(option[field] ?? null).trim()),
    ),
  );
  const named = fields.find(
    (field) => /content|text|value|desc|title|name|内容|选项/i.test(field) && !/id$/i.test(field),
  );
  const known = Object.keys(options[0] ?? {}).find((field) => /content|text|desc|title|内容/i.test(field));
  return (
    named ??
    fields[0] ??
    known ??
    Object.keys(options[0] ?? {}).find((field) => /value|name/i.test(field)) ??
    ''
  );
}

function letterOf(option: JsonObject, field: string): number | null {
  for (const [key, value] of Object.entries(option)) {
    if (key === field && Object.keys(option).length > 1) continue;
    const letter = /^[A-J]$/i.exec(key === field ? key : textOf(value).trim());
    if (letter) return letter[0].toUpperCase().charCodeAt(0) - 65;
  }
  return null;
}

function textOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return value.map(textOf).join(value.every((one) => /^[A-J]$/i.test(textOf(one))) ? '' : '；');
  return typeof value === 'object' ? '' : String(value);
}
