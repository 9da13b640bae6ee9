import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { blankEntriesOf, type KeyEntry, keyEntriesOf } from '../keyEntries';
import type { Assembly } from './assembly';
import { isBeginning } from './isBeginning';

const numberedAnswer = /^\s*(?:[([]\d{1,2}[)\]]|空\s*\d{1,2}\s*:|[①-⑩])\s*/;

/** `正确答案：` alone, then one line for each blank; or the words themselves on the next line. */
export function takeAnswerParts(assembly: Assembly, line: BankLine): boolean {
  const draft = assembly.current;
  if (assembly.open !== 'answer' || !draft) return false;
  const entries = draft.answers.length === 0 ? listedIn(assembly, draft, line) : null;
  if (entries?.[0]?.number === 1 && draft.number !== 1) {
    // `答案：` at the end of the text was no question's label but the heading of the list.
    assembly.finish();
    const isBlank = draft.type === 'blank';
    assembly.startList(line.at, assembly.drafts.length, isBlank ? 'blank' : null).entries.push(...entries);
    return true;
  }
  const numbered = numberedAnswer.test(line.plain);
  if (!numbered && draft.answers.some(({ by }) => by === 'line' || by === 'part')) return false;
  if (
    !numbered &&
    (isBeginning(assembly, line) ||
      (draft.type === 'trueFalse' && draft.options.length === 0 && line.text.length > 4))
  )
    return false;
  draft.answers.push({ text: line.text, at: line.at, by: 'part' });
  draft.lines += 1;
  return true;
}

/** What a list of answers would say in this line; blanks have one only where no question before has its answer yet. */
function listedIn({ drafts }: Assembly, draft: Draft, { plain, text }: BankLine): KeyEntry[] | null {
  if (draft.type !== 'blank') return keyEntriesOf(plain);
  const others = drafts.filter(({ section }) => section === draft.section);
  const isOpen = others.length > 0 && others.every(({ answers }) => answers.length === 0);
  return isOpen && /^\s*1\s*[.、]/.test(plain) ? blankEntriesOf(plain, text) : null;
}
