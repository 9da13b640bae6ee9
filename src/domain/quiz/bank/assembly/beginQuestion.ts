import type { BankLine } from '../bankLine';
import { emptyDraft } from '../draft';
import { labelAt } from '../signals/labels';
import { numberAt } from '../signals/questionNumber';
import { scoreAt, typeLabelAt } from '../signals/typeLabels';
import { signInFront } from './asks';
import type { Assembly } from './assembly';
import { isBeginning } from './isBeginning';
import { materialFor } from './takeMaterial';
import { setStem } from './takeStem';

const grade = /^\s*[([]\s*(?:难度:?)?(易|简单|较易|中等?|一般|较难|困?难)\s*[)\]]/;

/** Begins a question with this line where the layout says that it does: its number, kind and score, then its stem. */
export function beginQuestion(assembly: Assembly, line: BankLine): boolean {
  if (!isBeginning(assembly, line)) return false;
  const { plain } = line;
  const { layout } = assembly;
  const found = numberAt(plain);
  // Where numbers do not tell where a question begins, `1949年` is no number of one.
  const isLoose = layout.begins === 'gap' || layout.begins === 'asking';
  const number = isLoose && found?.strength !== 'certain' && found?.strength !== 'plain' ? null : found;
  let at = number?.restAt ?? 0;
  assembly.finish();
  const draft = emptyDraft(line.at, assembly.section);
  assembly.current = draft;
  assembly.points = 0;
  draft.number = number?.number ?? null;
  if (number) assembly.lastNumber = number.number;
  draft.type = assembly.sectionType;
  draft.topic = assembly.topic;
  draft.material = materialFor(assembly, draft.number);
  if (assembly.material) draft.lines += assembly.material.lines.splice(0).length;
  draft.legend = assembly.legend;
  const type = typeLabelAt(plain.slice(at));
  if (type) {
    draft.type = type.type;
    at += type.restAt;
  }
  const label = labelAt(plain.slice(at));
  if (label?.label === 'stem') at += label.restAt;
  at += scoreAt(plain.slice(at));
  draft.difficulty = grade.exec(plain.slice(0, at))?.[1] ?? '';
  if (layout.begins === 'sign') at += signInFront.exec(plain.slice(at))?.[0].length ?? 0;
  setStem(assembly, draft, line, at);
  return true;
}
