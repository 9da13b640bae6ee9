import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { optionsInLine, textsOf } from '../optionMarkers';
import { plainForm } from '../plainForm';
import { answerWithinLine, type Labelled, labelAt, labelEndIn } from '../signals/labels';
import { addOptions } from './addOptions';
import type { Assembly } from './assembly';

/** `答案：B`, `解析：…`, `难度：易` below the question that they are about; false for the label of a stem. */
export function takeLabelled(assembly: Assembly, line: BankLine, { label, restAt }: Labelled): boolean {
  const draft = assembly.current;
  if (!draft || label === 'stem') return false;
  const rest = line.text.slice(restAt).trim();
  draft.lines += 1;
  switch (label) {
    case 'answer':
      takeAnswer(assembly, draft, rest, line);
      break;
    case 'explanation':
      draft.explanation = rest;
      assembly.open = 'explanation';
      break;
    case 'source':
      draft.source = rest.replace(/(?<=[》条款项章])[)）\]】]$/, '');
      break;
    case 'topic':
    case 'difficulty':
    case 'score':
      draft[label] = rest;
      break;
    case 'wrong':
      draft.wrongs.push(rest);
      break;
    case 'ignored': {
      // `我的答案：C  正确答案：B`
      const key = answerWithinLine(line.plain.slice(restAt));
      if (key?.isKey) takeAnswer(assembly, draft, line.text.slice(restAt + key.restAt).trim(), line);
      break;
    }
    case 'options': {
      const found = optionsInLine(rest);
      if (found.length > 0) addOptions(assembly, draft, textsOf(rest, found), found, line);
      break;
    }
  }
  return true;
}

/** `0分` below an answer is what somebody got for it. */
export function takeScore({ current, open }: Assembly, { plain }: BankLine): boolean {
  const isScore = /^\s*\d{1,3}(?:\.\d+)?\s*分\s*$/.test(plain);
  if (!isScore || !current || open !== 'done' || current.answers.length === 0) return false;
  current.lines += 1;
  return true;
}

/** An answer (`rest` of the line) with what other labels in the same line say. */
export function takeAnswer(assembly: Assembly, draft: Draft, rest: string, line: BankLine): void {
  const end = labelEndIn(plainForm(rest));
  const value = rest.slice(0, end).trim();
  // Two answers with numbered lines between them: one of those was a question.
  if (assembly.points > 0 && draft.answers.length > 0) draft.seams += 1;
  if (value) draft.answers.push({ text: value, at: line.at, by: 'line' });
  // `答：1. …`: the essay's points go on below.
  if (draft.type === 'essay' && /^\s*[(（]?1[)）]?\s*[.、．]/.test(value)) assembly.points = 1;
  assembly.open = value ? 'done' : 'answer';
  const further = rest.slice(end).replace(/^[\s;；。,，]+/, '');
  const label = labelAt(plainForm(further));
  if (!label || label.label === 'answer' || label.label === 'stem') return;
  takeLabelled(assembly, { ...line, text: further, plain: plainForm(further) }, label);
  draft.lines -= 1;
  if (assembly.open === 'done' && !value) assembly.open = 'answer';
}
