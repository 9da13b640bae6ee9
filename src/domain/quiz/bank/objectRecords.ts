import { roleOf } from './columnRoles';
import { emptyRecord, type QuestionRecord } from './recordDraft';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The questions in parsed JSON: the objects of its longest list of objects that have a stem. */
export function objectRecords(json: unknown, file: string): QuestionRecord[] {
  return listsIn(json as Json)
    .map((list) => list.flatMap((item, index) => recordOf(item, `${file} 第 ${index + 1} 项`)))
    .reduce<QuestionRecord[]>((best, records) => (records.length > best.length ? records : best), []);
}

/** Options written as JSON in one cell or field: texts, or objects with a text; null when it is something else. */
export function optionListOf(text: string): { text: string; isRight: boolean }[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return optionsOf(JSON.parse(text) as Json);
  } catch {
    return null;
  }
}

function listsIn(json: Json, depth = 0): Json[][] {
  if (depth > 6 || json === null || typeof json !== 'object') return [];
  if (Array.isArray(json)) return [json, ...json.slice(0, 200).flatMap((item) => listsIn(item, depth + 1))];
  const values = Object.values(json);
  // {"题干": {"answer": …}} or a record for each number: the values are the list.
  const objects = values.filter(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return [...(objects.length > 1 ? [objects] : []), ...values.flatMap((value) => listsIn(value, depth + 1))];
}

function recordOf(item: Json, at: string): QuestionRecord[] {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return [];
  const record = emptyRecord(at);
  const cells: string[] = [];
  for (const [key, value] of Object.entries(item)) {
    const role = roleOf(key);
    if (role === null) continue;
    if (typeof role === 'object') cells[role.option] = textOf(value);
    else if (role === 'options') {
      record.optionList = optionsOf(value) ?? [];
      if (record.optionList.length === 0) record.options = textOf(value);
    } else if (record[role] === '') record[role] = textOf(value);
  }
  record.optionCells = Array.from(cells, (cell) => cell ?? '');
  return record.stem.trim() === '' ? [] : [record];
}

function optionsOf(value: Json): { text: string; isRight: boolean }[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value);
    const lettered = entries.every(([key], index) => key.toUpperCase() === String.fromCharCode(65 + index));
    return lettered && entries.length > 1
      ? entries.map(([, text]) => ({ text: textOf(text), isRight: false }))
      : null;
  }
  const options = value.map((option) => {
    if (option === null || typeof option !== 'object' || Array.isArray(option))
      return { text: textOf(option), isRight: false };
    const entries = Object.entries(option);
    const text = entries.find(
      ([key]) => /content|text|value|desc|title|name|内容|选项/i.test(key) && !/id$/i.test(key),
    );
    const right = entries.find(([key]) => /^(?:is)?_?(?:right|correct|answer|true)|正确/i.test(key));
    return {
      text: textOf(text?.[1] ?? null),
      isRight: right !== undefined && /^(?:true|1|是|y)$/i.test(textOf(right[1])),
    };
  });
  return options.length > 1 ? options : null;
}

function textOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return value.map(textOf).join(value.every((one) => /^[A-J]$/i.test(textOf(one))) ? '' : '；');
  return typeof value === 'object' ? '' : String(value);
}
