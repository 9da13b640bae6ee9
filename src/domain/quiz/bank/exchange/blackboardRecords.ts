import type { PlacedParagraph } from '../bankLine';
import { emptyRecord, type QuestionRecord } from '../recordDraft';

const kinds: Readonly<Record<string, string>> = {
  MC: '单选',
  MA: '多选',
  TF: '判断',
  FIB: '填空',
  ESS: '简答',
  SR: '简答',
};

/**
 * The questions of a text as Blackboard takes them: a line each, its kind, stem and answers parted by tabs, choices as
 * text and `correct` or `incorrect`; null where most lines are not so. Kinds without one key are reported.
 */
export function blackboardRecords(paragraphs: readonly PlacedParagraph[]): QuestionRecord[] | null {
  const rows = paragraphs.filter(({ text }) =>
    /^(?:MC|MA|TF|ESS|SR|FIB|FIB_PLUS|ORD|MAT|NUM|FIL|OP|JUMBLED_SENTENCE)\t/.test(text),
  );
  if (rows.length < 2 || rows.length < paragraphs.length * 0.8) return null;
  return rows.map(({ text, at }) => {
    const [kind = '', stem = '', ...rest] = text.split('\t').map((cell) => cell.trim());
    const record = { ...emptyRecord(at), stem, type: kinds[kind] ?? '' };
    if (kind === 'TF') return { ...record, answer: rest[0] ?? '' };
    if (kind === 'FIB') return { ...record, answer: rest.filter(Boolean).join(' | ') };
    if (kind !== 'MC' && kind !== 'MA') return record;
    const optionList = rest.flatMap((option, index) => {
      const said = rest[index + 1]?.toLowerCase() ?? '';
      return index % 2 === 0 && /^(?:in)?correct$/.test(said)
        ? [{ text: option, isRight: said === 'correct' }]
        : [];
    });
    // A tab within the words puts all that follows out of step.
    return optionList.length * 2 === rest.length ? { ...record, optionList } : record;
  });
}
