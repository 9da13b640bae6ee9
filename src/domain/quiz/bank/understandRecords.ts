import { withAnswerIndexes } from './answerIndexes';
import { lettersOf } from './answerValue';
import { type Checked, checkDraft } from './checkDraft';
import type { Draft } from './draft';
import { type QuestionRecord, recordDraft } from './recordDraft';
import type { SaidType } from './saidType';

/** Records as questions and what keeps others from being one. */
export function understandRecords(records: readonly QuestionRecord[]): {
  drafts: Draft[];
  checked: Checked[];
} {
  const codes = meaningOfCodes(records);
  const drafts = withAnswerIndexes(
    records.map((record) => recordDraft(record, (code) => codes.get(code) ?? null)),
  );
  const checked = drafts.map(
    (draft, index): Checked =>
      records[index]?.hasFormula ? { kind: 'problem', code: 'cell_formula' } : checkDraft(draft),
  );
  return { drafts, checked };
}

/**
 * What numbers in the column of kinds stand for, from what all rows of a number have in common: without options they
 * are true-false, with some answer of several letters multiple, else single. Nothing is said where a number's rows
 * disagree about having options.
 */
function meaningOfCodes(records: readonly QuestionRecord[]): Map<string, SaidType> {
  const byCode = new Map<string, QuestionRecord[]>();
  for (const record of records) {
    const code = record.type.trim();
    if (/^\d{1,2}(?:\.0)?$/.test(code)) byCode.set(code, [...(byCode.get(code) ?? []), record]);
  }
  const meanings = new Map<string, SaidType>();
  for (const [code, rows] of byCode) {
    const withOptions = rows.filter(
      (row) =>
        row.options !== '' || row.optionList.length > 0 || row.optionCells.some((cell) => cell.trim() !== ''),
    );
    if (withOptions.length === 0) {
      if (rows.every(({ answer }) => /^[012]$|^[对错√×是否]$|^正确$|^错误$/.test(answer.trim())))
        meanings.set(code, 'trueFalse');
    } else if (withOptions.length === rows.length) {
      const several = rows.some(({ answer }) => (lettersOf(answer)?.length ?? 0) > 1);
      meanings.set(code, several ? 'multiple' : 'choice');
    }
  }
  return meanings;
}
