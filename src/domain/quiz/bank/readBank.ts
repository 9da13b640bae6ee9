import { assemble } from './assemble';
import { type BankLine, bankLines, type SourceParagraph } from './bankLine';
import { type BankProblem, bankProblems, type ReadBank } from './bankQuestion';
import { type Checked, checkDraft } from './checkDraft';
import type { Draft } from './draft';
import { withAnswersOfFile } from './keyLists';
import { objectRecords } from './objectRecords';
import { type SourceSheet, sheetRecords } from './sheetRecords';
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
  lines: BankLine[];
}

/** Characters of a stem that a problem repeats, so that the question is found. */
const STEM_SHOWN = 60;

/**
 * Reads one bank out of its files: each is understood on its own; a file that is one list of answers goes to the
 * questions of the others. Pure; nothing is guessed: whatever lacks one clear key is a problem at its place.
 */
export function readBank(sources: readonly BankSource[]): ReadBank {
  const parts = sources.map(partOf);
  const keys = parts
    .flatMap((part) => (asks(part) ? [] : [{ part, lists: keyListsOf(part) }]))
    .filter(({ lists }) => lists.length > 0);
  const asked = parts.filter((part) => !keys.some((key) => key.part === part));
  const open = asked.filter((part) => part.checked.some(isWaiting));
  if (keys.length > 0 && open.length > 0) {
    const drafts = open.flatMap((part) => part.drafts);
    const given = withAnswersOfFile(
      drafts,
      keys.flatMap(({ lists }) => lists),
    );
    let from = 0;
    for (const part of open) {
      part.drafts = given.slice(from, from + part.drafts.length);
      part.checked = part.drafts.map(checkDraft);
      from += part.drafts.length;
    }
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
  if (source.kind === 'text') {
    const lines = bankLines(source.paragraphs, file, source.unit);
    const found = understandLines(lines);
    return {
      file,
      evidence: found?.evidence ?? '没有认出题目',
      drafts: found?.drafts ?? [],
      checked: found?.checked ?? [],
      lines,
    };
  }
  const read =
    source.kind === 'table'
      ? source.sheets.flatMap((sheet) => sheetRecords(sheet, file) ?? [])
      : [{ records: objectRecords(source.json, file), evidence: '按字段名读出' }];
  const understood = read.map(({ records }) => understandRecords(records));
  return {
    file,
    evidence:
      read.length > 0 ? [...new Set(read.map(({ evidence }) => evidence))].join('；') : '没有认出题目',
    drafts: understood.flatMap(({ drafts }) => drafts),
    checked: understood.flatMap(({ checked }) => checked),
    lines: [],
  };
}

const isWaiting = (checked: Checked) => checked.kind === 'problem' && checked.code === 'answer_missing';
/** It asks something itself: options or a key of its own. */
const asks = ({ checked, drafts }: Part) =>
  checked.some(({ kind }) => kind === 'question') ||
  drafts.some(({ options }) => options.filter(({ letter }) => letter !== null).length > 1);

/** The lists of answers that a text is, when it is nothing else. */
function keyListsOf({ lines }: Part) {
  if (lines.length === 0) return [];
  return assemble(lines, { begins: 'number', options: 'lettered', key: 'said' }, true).lists;
}

function collected(parts: readonly Part[]): Omit<ReadBank, 'evidence'> {
  const bank: Omit<ReadBank, 'evidence'> = { questions: [], problems: [], essays: 0 };
  for (const { drafts, checked } of parts) {
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

function problemOf(draft: Draft, code: keyof typeof bankProblems): BankProblem {
  return { at: draft.at, code, message: bankProblems[code], stem: draft.stem.slice(0, STEM_SHOWN) };
}
