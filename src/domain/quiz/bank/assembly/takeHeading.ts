import type { BankLine } from '../bankLine';
import { keyEntriesOf, rowEntriesOf } from '../keyEntries';
import { optionsInLine } from '../optionMarkers';
import { type SaidType, saidTypeOf } from '../saidType';
import { chapterOf, isKeyHeading, typeHeadingOf } from '../signals/headings';
import { labelAt } from '../signals/labels';
import { rangeNamedIn } from '../signals/materials';
import { numberAt } from '../signals/questionNumber';
import { typeLabelAt } from '../signals/typeLabels';
import { asks, signInFront } from './asks';
import type { Assembly } from './assembly';
import { addRow } from './takeKey';
import { dropMaterial, openMaterial } from './takeMaterial';

const aloneLabel = /^\s*[[(]?(?:参考|标准|正确)?答案[\])]?\s*:\s*$/;

/** Headings: of a list of answers, of a kind of questions, a title, a chapter. True where the line is one. */
export function takeHeading(assembly: Assembly, line: BankLine): boolean {
  return (
    takeKeyHeading(assembly, line) ||
    takeTypeHeading(assembly, line) ||
    takeTitle(assembly, line) ||
    takeChapter(assembly, line)
  );
}

function takeKeyHeading(assembly: Assembly, { plain, at }: BankLine): boolean {
  // `答案：` belongs to the question above it; where none is open it is the heading of a list.
  const isLabel = assembly.current === null && assembly.drafts.length > 0 && aloneLabel.test(plain);
  if (!isKeyHeading(plain) && !isLabel) return false;
  assembly.finish();
  // `一、单选题`, then `答案` in the key itself: the kind still holds.
  if (assembly.list?.entries.length !== 0 || saidTypeOf(plain))
    assembly.startList(at, assembly.drafts.length, saidTypeOf(plain));
  return true;
}

function takeTypeHeading(assembly: Assembly, { plain, at }: BankLine): boolean {
  const heading = typeHeadingOf(plain);
  const isStem = assembly.layout.begins === 'label' && labelAt(plain)?.label === 'stem';
  if (!heading || isStem || looksLikeQuestion(plain)) return false;
  const opensList = isLabelOfList(assembly);
  assembly.finish();
  if (assembly.list || opensList)
    assembly.startList(at, assembly.list?.after ?? assembly.drafts.length, heading.type);
  const entries = assembly.list ? keyEntriesOf(afterHeading(plain)) : null;
  const row = assembly.list && !entries ? rowEntriesOf(plain.replace(/^[^:]*:/, ''), heading.type) : null;
  if (entries) assembly.list?.entries.push(...entries);
  if (row && assembly.list) addRow(assembly.list, row);
  if (!assembly.list) rememberOrdinal(assembly, plain, heading.type);
  dropMaterial(assembly);
  assembly.startSection(heading.type);
  // `材料分析题（根据材料回答1-3题）`
  const range = assembly.list ? null : rangeNamedIn(plain);
  if (range) openMaterial(assembly, true, range);
  return true;
}

/** `二、多选题` says what 二 means in a list of answers, unless another heading says otherwise. */
function rememberOrdinal({ ordinals }: Assembly, plain: string, type: SaidType): void {
  const sign = /^\s*[([]?第?([一二三四五六七八九十])(?![一二三四五六七八九十])/.exec(plain)?.[1];
  if (sign) ordinals.set(sign, (ordinals.get(sign) ?? type) === type ? type : null);
}

/** A heading of the document that asks nothing. */
function takeTitle(assembly: Assembly, { plain, text, heading }: BankLine): boolean {
  const isTitle =
    heading &&
    plain.length <= 40 &&
    chapterOf(plain) === null &&
    numberAt(plain) === null &&
    labelAt(plain) === null &&
    typeLabelAt(plain) === null &&
    !signInFront.test(plain) &&
    !asks(plain);
  if (!isTitle) return false;
  assembly.finish();
  assembly.topic = text;
  return true;
}

function takeChapter(assembly: Assembly, line: BankLine): boolean {
  const { plain } = line;
  const chapter = line.heading || optionsInLine(line.text).length === 0 ? chapterOf(plain) : null;
  if (!chapter || numberAt(plain)?.strength === 'certain') return false;
  assembly.finish();
  dropMaterial(assembly);
  assembly.topic = chapter;
  assembly.startSection(null);
  // Within a list of answers the next chapter's answers may follow, or its questions: the next lines tell.
  if (assembly.list) assembly.startList(line.at, assembly.list.after, null);
  return true;
}

/** `答案：` with nothing behind it, then a heading: it was no label of the last question but the heading of a list. */
function isLabelOfList({ open, current }: Assembly): boolean {
  return open === 'answer' && current !== null && current.answers.length === 0;
}

/** A numbered line with a kind in it, `1.【单选题】（2分）`, is a question's label and no heading. */
function looksLikeQuestion(plain: string): boolean {
  const number = numberAt(plain);
  return number !== null && typeLabelAt(plain.slice(number.restAt)) !== null;
}

/** What stands behind the kind in a heading of a list: `一、单选题：1.B 2.C`. */
function afterHeading(heading: string): string {
  // `（每题2分，共12分）` is no answer.
  const plain = heading.replace(/\([^()]*分[^()]*\)/g, '');
  return /^[^\d:]*?题?[^\d:]*[:]?\s*(?=[([]?\d)/.exec(plain) ? plain.replace(/^[^\d:([]*[:]?\s*/, '') : '';
}
