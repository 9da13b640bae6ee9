import type { BankLine } from '../bankLine';
import { optionsInLine } from '../optionMarkers';
import { labelAt } from '../signals/labels';
import { caseAt, type QuestionRange, rangeNamedIn } from '../signals/materials';
import { numberAt } from '../signals/questionNumber';
import { asks } from './asks';
import type { Assembly } from './assembly';
import { isBeginning } from './isBeginning';
import { joined } from './joined';

/** A text that the questions below it are about. */
export interface Material {
  /** Its lines, the first with its place: where nobody asks about it, all of them have no place. */
  lines: BankLine[];
  text: string;
  /** The questions that it names; null where it names none. */
  range: QuestionRange | null;
  /** More of it may follow; else its questions have begun. */
  isOpen: boolean;
  /** The section that it stands in, and whether it is clear that all questions up to the next one are about it. */
  section: number;
  isFirst: boolean;
  isUsed: boolean;
}

/**
 * A case (`案例一：…`) or the sentence that names its questions (`根据材料，回答1～3题`), and what follows up to the
 * first of them. A question is about it by its number; where no numbers are named, only below a case that its section
 * begins with: up to the next one or the next heading. Else the lines have no place and are reported.
 */
export function takeMaterial(assembly: Assembly, line: BankLine): boolean {
  const { layout, list, open, material } = assembly;
  if (list !== null || (layout.begins !== 'number' && layout.begins !== 'label')) return false;
  const range = rangeNamedIn(line.plain);
  if (material?.isOpen) {
    const number = numberAt(line.plain)?.number ?? null;
    const from = material.range?.from ?? range?.from ?? number;
    // Another number begins a question too, where it asks; else it is a point of the text.
    const isAsked = number === from || asks(line.plain);
    if (caseAt(line.plain) === null && isAsked && isBeginning(assembly, line)) {
      material.isOpen = false;
      return false;
    }
    if (
      labelAt(line.plain)?.label === 'answer' ||
      optionsInLine(line.text).some(({ isSigned }) => isSigned)
    ) {
      dropMaterial(assembly);
      return false;
    }
    extend(material, line, range);
    return true;
  }
  const sign = caseAt(line.plain);
  if (sign === null && range === null) return false;
  // Within a question such words belong to it; a case with its number or sign does not.
  if (open === 'stem' || open === 'answer') return false;
  if (open !== 'done' && sign === 'word' && range === null) return false;
  assembly.finish();
  const isNext = material !== null && material.section === assembly.section && material.isFirst;
  openMaterial(assembly, isNext || assembly.drafts.at(-1)?.section !== assembly.section);
  if (assembly.material) extend(assembly.material, line, range);
  return true;
}

/** A new material; `isFirst` where its section has no question of its own yet, `range` where a heading names one. */
export function openMaterial(assembly: Assembly, isFirst: boolean, range: QuestionRange | null = null): void {
  dropMaterial(assembly);
  const { section } = assembly;
  assembly.material = { lines: [], text: '', range, isOpen: true, section, isFirst, isUsed: false };
}

/** The material is over; without any question of its own its lines have found no place. */
export function dropMaterial(assembly: Assembly): void {
  const { material } = assembly;
  assembly.material = null;
  if (material?.isUsed === false) for (const line of material.lines) assembly.stray(line, true);
}

/** What the question `number` is about, or nothing; a question behind the last one ends it. */
export function materialFor(assembly: Assembly, number: number | null): string {
  const { material } = assembly;
  if (!material || material.text === '') return '';
  const { range, isFirst } = material;
  const isMeant = range ? number !== null && number >= range.from && number <= range.to : isFirst;
  if (!isMeant) {
    dropMaterial(assembly);
    return '';
  }
  material.isUsed = true;
  return material.text;
}

function extend(material: Material, line: BankLine, range: QuestionRange | null): void {
  material.range ??= range;
  material.lines.push(line);
  // A line that only says which questions follow, or that they do, is no part of it.
  const isOnlySaid = (range !== null && line.plain.length <= LONGEST_SAYING) || isCall(line.plain);
  if (!isOnlySaid) material.text = joined(material.text, line.text);
}

/** `（一）根据以下材料，回答第11～13题（每题2分，共6分）：` and not much more. */
const LONGEST_SAYING = 45;

const isCall = (plain: string) => /^\s*(?:问题|请回答|提问|请问)\s*:?\s*$/.test(plain);
