import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { numberAt } from '../signals/questionNumber';
import { truthOf } from '../truthWords';
import { asks } from './asks';
import type { Assembly } from './assembly';
import { joined } from './joined';
import { withoutTick } from './optionLook';
import { extendStem } from './takeStem';

/** A line that begins nothing goes on with what is open; where nothing is, it has no place. */
export function takeContinuation(assembly: Assembly, line: BankLine): void {
  const draft = assembly.current;
  if (!draft) {
    assembly.stray(line);
    return;
  }
  if (isBareAnswer(assembly, draft, line.plain)) {
    draft.answers.push({ text: line.text, at: line.at, by: 'line' });
    draft.lines += 1;
    assembly.open = 'done';
    return;
  }
  switch (assembly.open) {
    case 'stem':
      draft.lines += 1;
      extendStem(assembly, draft, line, 0);
      return;
    case 'option':
      extendOption(assembly, draft, line);
      return;
    case 'explanation':
      // The next question's first line is none of an explanation, whatever made it miss its place.
      if (numberAt(line.plain)?.strength === 'plain' && asks(line.plain)) draft.seams += 1;
      draft.explanation = joined(draft.explanation, line.text);
      draft.lines += 1;
      return;
    default:
      assembly.stray(line);
  }
}

function extendOption({ layout }: Assembly, draft: Draft, line: BankLine): void {
  const last = draft.options[draft.options.length - 1];
  if (!last) return;
  const { text, hasTick } =
    layout.key === 'tick' ? withoutTick(line.text) : { text: line.text, hasTick: false };
  last.text = joined(last.text, text);
  last.marked ||= hasTick;
  draft.joins += 1;
  draft.lines += 1;
}

/** `B` on a line of its own below the options, `对` below a true-false stem. */
function isBareAnswer({ layout, open }: Assembly, draft: Draft, plain: string): boolean {
  const words = plain.trim();
  if (layout.options !== 'lettered' || layout.key !== 'said') return false;
  if (open === 'option' && draft.options.length > 1)
    return /^[([]?[A-J](?:[\s,、]*[A-J]){0,9}[)\]]?[.。]?$/.test(words);
  return open === 'stem' && draft.type === 'trueFalse' && truthOf(words) !== null;
}
