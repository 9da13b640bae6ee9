import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { optionsBehindStem, textsOf } from '../optionMarkers';
import { plainForm } from '../plainForm';
import { answerWithinLine, explanationWithin, type Labelled } from '../signals/labels';
import { addOptions } from './addOptions';
import type { Assembly } from './assembly';
import { joined } from './joined';
import { takeAnswer } from './takeLabelled';

/** `第1题(单选)：`, then `题目：…` on a line of its own. */
export function takeLabelledStem(assembly: Assembly, line: BankLine, { label, restAt }: Labelled): boolean {
  const draft = assembly.current;
  if (label !== 'stem' || draft?.stem !== '' || draft.options.length > 0) return false;
  setStem(assembly, draft, line, restAt);
  return true;
}

/** The first line of a stem, from `at` on. */
export function setStem(assembly: Assembly, draft: Draft, line: BankLine, at: number): void {
  draft.lines += 1;
  assembly.open = 'stem';
  extendStem(assembly, draft, line, at);
}

/** The rest of a line as stem; an answer or options behind it are taken off. */
export function extendStem(assembly: Assembly, draft: Draft, line: BankLine, at: number): void {
  let text = line.text.slice(at);
  // Only where nothing numbers the questions can two of them have met.
  if (
    draft.stem !== '' &&
    assembly.layout.begins === 'gap' &&
    /[。？！?!]\s*(?:[（(]\s*[)）])?$/.test(draft.stem)
  )
    draft.seams += 1;
  draft.stressed.push(...line.stressed);
  const answer = answerWithinLine(line.plain.slice(at));
  if (answer) {
    const value = answer.isKey ? text.slice(answer.restAt).trim() : '';
    text = text.slice(0, answer.stemEnd);
    if (answer.isKey) takeAnswer(assembly, draft, value, line);
  }
  const explained = explanationWithin(plainForm(text));
  if (explained) {
    draft.explanation = joined(draft.explanation, text.slice(explained.restAt).trim());
    text = text.slice(0, explained.stemEnd);
  }
  const options = assembly.layout.options === 'lettered' ? optionsBehindStem(text) : [];
  const first = options[0];
  if (first) {
    addOptions(assembly, draft, textsOf(text, options), options, line, at);
    draft.lines -= 1;
    text = text.slice(0, first.start);
  }
  draft.stem = joined(draft.stem, text.trim());
}
