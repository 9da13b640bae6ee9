import type { BankLine } from '../bankLine';
import type { Draft } from '../draft';
import { takeMarks } from '../finishDraft';
import { takeKeysBehind } from '../keyBehindOptions';
import { labelAt } from '../signals/labels';
import { legendIn } from '../truthLegend';
import { Assembly, type Stray } from './assembly';
import { beginQuestion } from './beginQuestion';
import type { KeyList } from './keyList';
import type { Layout } from './layout';
import { usualLook } from './optionLook';
import { takeAnswerParts } from './takeAnswerParts';
import { takeContinuation } from './takeContinuation';
import { takeHeading } from './takeHeading';
import { takeKey, takeListInLine, takeSectionKey } from './takeKey';
import { takeLabelled, takeScore } from './takeLabelled';
import { dropMaterial, takeMaterial } from './takeMaterial';
import { takeOptions } from './takeOptions';
import { takeEssayLine, takeExplanationPoint } from './takePoints';
import { takeLabelledStem } from './takeStem';

/** What a text comes to in one way of reading it. */
export interface Assembled {
  drafts: Draft[];
  lists: KeyList[];
  /** Lines that found no place. */
  strays: Stray[];
}

/**
 * Goes once through the lines and puts together what `layout` takes for questions: the stages see each line in turn,
 * the first that knows it takes it. Linear in the text. With `isKeyFile` the file is one list of answers from its
 * first line on.
 */
export function assemble(lines: readonly BankLine[], layout: Layout, isKeyFile = false): Assembled {
  const assembly = new Assembly(layout, usualLook(lines));
  if (isKeyFile) assembly.startList('', 0, null);
  for (const line of lines) take(assembly, line);
  assembly.finish();
  dropMaterial(assembly);
  if (layout.key === 'tick' || layout.key === 'look') takeMarks(assembly.drafts);
  if (layout.key === 'behind') takeKeysBehind(assembly.drafts);
  return {
    drafts: assembly.drafts,
    lists: assembly.lists.filter(({ entries }) => entries.length > 0),
    strays: assembly.strays,
  };
}

function take(assembly: Assembly, line: BankLine): void {
  assembly.legend = legendIn(line.plain) ?? assembly.legend;
  if (
    takeListInLine(assembly, line) ||
    takeSectionKey(assembly, line) ||
    takeHeading(assembly, line) ||
    takeMaterial(assembly, line) ||
    takeKey(assembly, line)
  )
    return;
  const label = labelAt(line.plain);
  if (label ? takeLabelled(assembly, line, label) : takeScore(assembly, line)) return;
  if (takeEssayLine(assembly, line) || takeExplanationPoint(assembly, line)) return;
  if (takeAnswerParts(assembly, line)) return;
  if (label && takeLabelledStem(assembly, line, label)) return;
  if (takeOptions(assembly, line) || beginQuestion(assembly, line)) return;
  takeContinuation(assembly, line);
}
