import type { BankLine } from '../bankLine';
import { blanksOf } from '../blanks';
import { blankEntriesOf, type KeyEntry, keyEntriesOf, rowEntriesOf } from '../keyEntries';
import { optionsInLine } from '../optionMarkers';
import { saidTypeOf } from '../saidType';
import { numberAt } from '../signals/questionNumber';
import type { Assembly } from './assembly';
import type { KeyList } from './keyList';

const listInLine =
  /^\s*(?:[一二三四五六七八九十\d]{1,3}\s*[.、]\s*)?[\u4e00-\u9fff]{0,8}(?:参考|标准|正确)?答案\s*[:]?\s*(?=[([]?\d)/;
const rangeInLine = /^\s*(?=[([]?\d{1,4}\s*(?:-+|~|至)\s*\d{1,4})/;

/** `答案：1-5 ABCDA`, `单选题答案：1.B 2.C`: a list of answers without a heading of its own. */
export function takeListInLine(assembly: Assembly, line: BankLine): boolean {
  // `1-5 ABCDA` with nothing else in the line is a list, heading or not.
  const isFree = assembly.list === null && assembly.open !== 'answer';
  const range = isFree ? rangeInLine.exec(line.plain) : null;
  const found = listInLine.exec(line.plain) ?? range;
  const entries = found ? keyEntriesOf(line.plain.slice(found[0].length)) : null;
  const { list } = assembly;
  if (!found || !entries || entries.length < (range ? 3 : list ? 1 : 2)) return false;
  assembly.finish();
  const said = saidTypeOf(found[0]);
  // Below its heading, or going on from the line before, it is the same list.
  const last = list?.entries[list.entries.length - 1];
  const goesOn = !last || (entries[0]?.number ?? 0) > last.number;
  if (list && said === null && list.after === assembly.drafts.length && goesOn) list.entries.push(...entries);
  else assembly.startList(line.at, assembly.drafts.length, said).entries.push(...entries);
  return true;
}

const ordinal = /^\s*[([]?第?([一二三四五六七八九十])(?:大题)?[)\]]?\s*[、.:]?\s*(?=\S)/;

/** `一、1.B 2.C`, `二、ABC ABD`: the answers of the section with that heading. True where the line is such one. */
export function takeSectionKey(assembly: Assembly, line: BankLine): boolean {
  const { current, open } = assembly;
  const isLabel = open === 'answer' && current !== null && current.answers.length === 0;
  const found = assembly.list || isLabel ? ordinal.exec(line.plain) : null;
  if (!found) return false;
  const type = assembly.ordinals.get(found[1] ?? '') ?? null;
  const [plain, text] = [line.plain.slice(found[0].length), line.text.slice(found[0].length)];
  const row = rowEntriesOf(plain, type);
  const entries =
    row ?? keyEntriesOf(plain) ?? (type === 'blank' || type === 'essay' ? blankEntriesOf(plain, text) : []);
  if (entries.length === 0) return false;
  assembly.finish();
  const list = assembly.startList(line.at, assembly.list?.after ?? assembly.drafts.length, type);
  list.entries.push(...entries);
  if (row) list.isRow = true;
  return true;
}

/** A line of the list of answers that is being read; false without one, or where questions begin again. */
export function takeKey(assembly: Assembly, line: BankLine): boolean {
  const list = assembly.list;
  if (!list) return false;
  const entries = keyEntriesOf(line.plain);
  const isWords = list.type === 'blank' || list.type === 'essay';
  const last = list.entries[list.entries.length - 1];
  const words = entries === null && blanksOf(line.plain) === 0 ? blankEntriesOf(line.plain, line.text) : [];
  const [next] = words;
  const row = list.isRow || list.entries.length === 0 ? rowEntriesOf(line.plain, list.type) : null;
  if (entries) addEntries(assembly, list, entries, line);
  else if (row) addRow(list, row);
  else if (next && isWords) addEntries(assembly, list, words, line);
  // Within a list the next number with a few words is the next answer, not a question.
  else if (
    next &&
    last &&
    next.number === last.number + 1 &&
    words.every(({ value }) => isShortAnswer(value))
  )
    list.entries.push(...words);
  else if (list.type === 'essay') return true;
  else if (/^[[(]?(?:答案|试题)?(?:解析|解释|详解|分析)/.test(line.plain) && list.entries.length > 0) {
    if (last) last.explanation = `${last.explanation}${withoutLabel(line.text)}`;
  } else {
    // Questions again, or words between: a list is over when something begins that is no answer.
    const begins = numberAt(line.plain) !== null;
    if (!begins) {
      assembly.stray(line);
      return true;
    }
    assembly.list = null;
    return false;
  }
  return true;
}

/** More of a row of answers without numbers. */
export function addRow(list: KeyList, row: readonly KeyEntry[]): void {
  const before = list.entries.length;
  list.entries.push(...row.map((entry) => ({ ...entry, number: before + entry.number })));
  list.isRow = true;
}

/** Answers whose numbers begin anew belong to the next section. */
function addEntries(assembly: Assembly, list: KeyList, entries: readonly KeyEntry[], { at }: BankLine): void {
  let target = list;
  for (const entry of entries) {
    const last = target.entries[target.entries.length - 1];
    if (last && entry.number === 1 && last.number > 1)
      target = assembly.startList(at, target.after, target.type);
    target.entries.push(entry);
  }
}

/** Few words, and no question. */
function isShortAnswer(value: string): boolean {
  return (
    value.length <= 30 &&
    blanksOf(value) === 0 &&
    !/[?？:：]$/.test(value) &&
    optionsInLine(value).length === 0
  );
}

function withoutLabel(text: string): string {
  return text.replace(/^[[(【（]?(?:答案|试题)?(?:解析|解释|详解|分析)[\])】）]?\s*[:：]?\s*/, '');
}
