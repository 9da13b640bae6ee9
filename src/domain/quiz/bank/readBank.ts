import { assemble } from './assembly/assemble';
import type { Stray } from './assembly/assembly';
import type { KeyList } from './assembly/keyList';
import { type BankLine, bankLines, type PlacedParagraph, placed, type SourceParagraph } from './bankLine';
import { type BankProblem, bankProblems, type ReadBank } from './bankQuestion';
import { type Checked, checkDraft } from './checkDraft';
import { sortTables, withMarkdownCells } from './documentTables';
import type { Draft } from './draft';
import { blackboardRecords } from './exchange/blackboardRecords';
import { giftRecords } from './exchange/giftRecords';
import { withAnswersOfFile } from './keyLists';
import { keyOwners } from './keyOwners';
import { objectRecords } from './objectRecords';
import { withDelimitedCells } from './prepared/delimitedCells';
import { preparedLines } from './prepared/preparedLines';
import { type SourceSheet, sheetKeys, sheetRecords } from './sheetRecords';
import { understandLines } from './understandLines';
import { understandRecords } from './understandRecords';

/** A decoded file. */
export type BankSource =
  | { kind: 'text'; file: string; unit: '段' | '行'; paragraphs: readonly SourceParagraph[] }
  | { kind: 'table'; file: string; sheets: readonly SourceSheet[] }
  | { kind: 'json'; file: string; json: unknown };

interface Part {
  file: string;
  evidence: string;
  drafts: Draft[];
  checked: Checked[];
  lines: readonly BankLine[];
  /** Lines of the text that were given no place though something is lost with them. */
  strays: Stray[];
  /** Lists of answers that a table without questions holds. */
  keys: KeyList[];
}

/** Characters of a stem that a problem repeats, so that the question is found. */
const STEM_SHOWN = 60;

/**
 * Reads one bank out of its files: each is understood on its own; a file that is one list of answers goes to the
 * questions of the others. Pure; nothing is guessed: whatever lacks one clear key is a problem at its place.
 */
export function readBank(sources: readonly BankSource[]): ReadBank {
  const parts = sources.map(partOf);
  // Without any other file that asks, lines that look like a key are questions that were not understood.
  const keys = parts.every((part) => !asks(part))
    ? []
    : parts
        .flatMap((part) => (asks(part) ? [] : [{ part, lists: keyListsOf(part) }]))
        .filter(({ lists }) => lists.length > 0);
  const asked = parts.filter((part) => !keys.some((key) => key.part === part));
  const open = asked.filter((part) => part.checked.some(isWaiting));
  const owners = keyOwners(
    open.map(({ file }) => file),
    keys.map(({ part }) => part.file),
  );
  for (const [index, part] of open.entries()) {
    const lists = keys.filter((_, key) => owners[key] === index).flatMap((key) => key.lists);
    if (lists.length === 0) continue;
    part.drafts = withAnswersOfFile(part.drafts, lists);
    part.checked = part.drafts.map(checkDraft);
  }
  return {
    ...collected(asked),
    evidence: parts.map((part) => ({
      file: part.file,
      sentence: keys.some((key) => key.part === part) ? '这一份是答案，已对到题目上' : part.evidence,
    })),
  };
}

function partOf(source: BankSource): Part {
  const { file } = source;
  if (source.kind === 'text') return textPart(source);
  const sheets = source.kind === 'table' ? source.sheets : arraySheets(source.json);
  const read = withoutNotes(sheets).flatMap((sheet) => sheetRecords(sheet, file) ?? []);
  if (source.kind === 'json' && read.length === 0)
    read.push({ records: objectRecords(source.json, file), evidence: '按字段名读出' });
  const keys = read.length === 0 ? sheets.flatMap((sheet) => sheetKeys(sheet, file)) : [];
  // A text that was pasted into a sheet, line by line.
  if (source.kind === 'table' && read.length === 0 && keys.length === 0)
    return textPart({ kind: 'text', file, unit: '行', paragraphs: [] }, sheets.flatMap(linesOf(file)));
  const understood = read.map(({ records }) => understandRecords(records));
  return {
    file,
    evidence:
      read.length > 0 ? [...new Set(read.map(({ evidence }) => evidence))].join('；') : '没有认出题目',
    drafts: understood.flatMap(({ drafts }) => drafts),
    checked: understood.flatMap(({ checked }) => checked),
    lines: [],
    strays: [],
    keys,
  };
}

/** Sheets that explain how to fill in the others have an example that is no question. */
function withoutNotes(sheets: readonly SourceSheet[]): readonly SourceSheet[] {
  const others = sheets.filter(({ name }) => !/说明|须知|示例|样例|字典/.test(name));
  return others.some(({ rows }) => rows.length > 1) ? others : sheets;
}

/** The rows of a sheet as lines, each at its place. */
const linesOf =
  (file: string) =>
  ({ name, rows }: SourceSheet): PlacedParagraph[] =>
    rows.flatMap(({ row, cells }) => {
      const text = cells
        .map((cell) => cell.text.trim())
        .filter(Boolean)
        .join('  ');
      return text === '' ? [] : [{ text, heading: null, numbering: null, at: `${file} ${name}!A${row}` }];
    });

function textPart(
  { file, unit, paragraphs }: BankSource & { kind: 'text' },
  given: readonly PlacedParagraph[] = placed(paragraphs, file, unit),
): Part {
  const exchanged = blackboardRecords(given) ?? giftRecords(given);
  if (exchanged)
    return {
      file,
      evidence: '按其他系统导出的题目格式读出',
      ...understandRecords(exchanged),
      lines: [],
      strays: [],
      keys: [],
    };
  const all = withDelimitedCells(withMarkdownCells(given));
  const { lines: flowing, sheets } = sortTables(all);
  const lines = preparedLines(bankLines(flowing));
  const tables = sheets.flatMap((sheet) => sheetRecords(sheet, file) ?? []);
  const said = understandLines(lines);
  // Words around tables of questions are a title and instructions unless they hold questions themselves.
  const found = tables.length > 0 && !said?.checked.some(({ kind }) => kind === 'question') ? null : said;
  const inTables = tables.map(({ records }) => understandRecords(records));
  const evidence = [...(found ? [found.evidence] : []), ...tables.map((table) => table.evidence)];
  return {
    file,
    evidence: [...new Set(evidence)].join('；') || '没有认出题目',
    drafts: [...(found?.drafts ?? []), ...inTables.flatMap(({ drafts }) => drafts)],
    checked: [...(found?.checked ?? []), ...inTables.flatMap(({ checked }) => checked)],
    lines,
    strays: found?.strays.filter(({ matters }) => matters) ?? [],
    keys: [],
  };
}

/** JSON that is rows of cells instead of objects. */
function arraySheets(json: unknown): SourceSheet[] {
  if (!Array.isArray(json) || json.length === 0 || !json.every((row) => Array.isArray(row))) return [];
  const rows = (json as unknown[][]).map((cells, index) => ({
    row: index + 1,
    cells: cells.flatMap((cell, column) => {
      const text = Array.isArray(cell) ? JSON.stringify(cell) : String(cell ?? '');
      return text === '' ? [] : [{ column, text, formula: false }];
    }),
  }));
  return [{ name: '', rows, merges: [] }];
}

const isWaiting = (checked: Checked) => checked.kind === 'problem' && checked.code === 'answer_missing';
/** It asks something itself: options or a key of its own. */
const asks = ({ checked, drafts }: Part) =>
  checked.some(({ kind }) => kind === 'question') ||
  drafts.some(({ options }) => options.filter(({ letter }) => letter !== null).length > 1);

/** The lists of answers that a text is, when it is nothing else. */
function keyListsOf({ lines, keys }: Part) {
  if (lines.length === 0) return keys;
  return assemble(lines, { begins: 'number', options: 'lettered', key: 'said' }, true).lists;
}

function collected(parts: readonly Part[]): Omit<ReadBank, 'evidence'> {
  const bank: Omit<ReadBank, 'evidence'> = { questions: [], problems: [], essays: 0 };
  for (const { drafts, checked, strays } of parts) {
    bank.problems.push(...strayProblems(strays));
    for (const [index, result] of checked.entries()) {
      const draft = drafts[index];
      if (!draft) continue;
      if (result.kind === 'question') bank.questions.push(result.question);
      else if (result.kind === 'essay') bank.essays += 1;
      else bank.problems.push(problemOf(draft, result.code));
    }
  }
  return bank;
}

/** One problem for lines that stand together, as far as their places tell. */
function strayProblems(strays: readonly Stray[]): BankProblem[] {
  const problems: BankProblem[] = [];
  let before = Number.NaN;
  for (const { at, text } of strays) {
    const number = Number(/(\d+)\D*$/.exec(at)?.[1]);
    if (number - before !== 1 && number !== before)
      problems.push({
        at,
        code: 'line_unplaced',
        message: bankProblems.line_unplaced,
        stem: text.slice(0, STEM_SHOWN),
      });
    before = number;
  }
  return problems;
}

function problemOf(draft: Draft, code: keyof typeof bankProblems): BankProblem {
  return { at: draft.at, code, message: bankProblems[code], stem: draft.stem.slice(0, STEM_SHOWN), draft };
}
