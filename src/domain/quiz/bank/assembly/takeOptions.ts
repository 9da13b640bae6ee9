import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { type FoundOption, optionsInLine, textsOf } from '../optionMarkers';
import { retold } from '../prepared/retold';
import { answerWithinLine } from '../signals/labels';
import { addOptions, pushOption } from './addOptions';
import { asks } from './asks';
import type { Assembly } from './assembly';
import { isBeginning } from './isBeginning';
import { takeAnswer } from './takeLabelled';

/** Options that may be missing before the first one, where somebody left only the right ones. */
const MOST_LETTERS_MISSING = 2;

/** A line of one or several options of the question that is open. */
export function takeOptions(assembly: Assembly, line: BankLine): boolean {
  const { current: draft, layout, open } = assembly;
  if (draft && draft.options.length > 0 && open === 'explanation') return false;
  if (!draft || (open === 'done' && draft.options.length > 0 && layout.begins !== 'gap'))
    return takeLateOptions(assembly, line);
  return layout.options === 'lettered'
    ? takeLettered(assembly, draft, line)
    : takePlain(assembly, draft, line);
}

function takeLettered(assembly: Assembly, draft: Draft, whole: BankLine): boolean {
  const answer = answerWithinLine(whole.plain);
  const line = answer ? retold(whole, whole.text.slice(0, answer.stemEnd).trim()) : whole;
  const text = assembly.layout.key === 'tick' ? line.text.replace(/^\s*√\s*(?=[A-J])/, '') : line.text;
  const found = optionsInLine(text);
  const first = found[0];
  if (!first || draft.stem === '' || !isNextOption(draft, first)) return false;
  // `[B]` on a line of its own below the options; the next letter is an option that goes on below.
  if (
    first.letter < draft.options.length &&
    draft.options.length > 1 &&
    /^\s*[([][A-J][)\]]\s*[。.]?\s*$/.test(line.plain)
  )
    return false;
  addOptions(assembly, draft, textsOf(text, found), found, line);
  // `C.半年  D.年    答案：B`
  if (answer?.isKey) takeAnswer(assembly, draft, whole.text.slice(answer.restAt).trim(), whole);
  return true;
}

function takePlain(assembly: Assembly, draft: Draft, line: BankLine): boolean {
  const { layout, open } = assembly;
  if (
    draft.stem === '' ||
    (layout.begins !== 'asking' && isBeginning(assembly, line)) ||
    open === 'done' ||
    open === 'answer'
  )
    return false;
  if (layout.begins === 'asking' && draft.options.length > 0 && asks(line.plain)) return false;
  pushOption(assembly, draft, { letter: null, text: line.text, marked: false }, line);
  draft.lines += 1;
  assembly.open = 'option';
  return true;
}

/** The next letter; another one with a sign of its own is an option too, and the check finds that letters are wrong. */
function isNextOption(draft: Draft, found: FoundOption): boolean {
  if (found.letter === draft.options.length) return true;
  return found.isSigned && (draft.options.length > 0 || found.letter <= MOST_LETTERS_MISSING);
}

/** Options that follow an answer (`答案：B` before them) belong to the same question. */
function takeLateOptions(assembly: Assembly, line: BankLine): boolean {
  const draft = assembly.current;
  const found = optionsInLine(line.text);
  if (!draft || draft.options.length === 0 || found[0]?.letter !== draft.options.length) return false;
  addOptions(assembly, draft, textsOf(line.text, found), found, line);
  return true;
}
