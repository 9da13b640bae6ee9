import type { BankLine } from '../bankLine';
import type { Place } from '../bankQuestion';
import { blanksOf } from '../blanks';
import type { Draft } from '../draft';
import { finishDraft } from '../finishDraft';
import { optionsInLine } from '../optionMarkers';
import type { SaidType } from '../saidType';
import { labelAt } from '../signals/labels';
import { caseAt } from '../signals/materials';
import type { TruthLegend } from '../truthLegend';
import type { KeyList } from './keyList';
import type { Layout } from './layout';
import type { Material } from './takeMaterial';

/** A line that found no place. */
export interface Stray {
  at: Place;
  text: string;
  /** It stands before the first question, as titles and instructions do. */
  leads: boolean;
  /** It carries options, an answer or a question: something is lost with it. */
  matters: boolean;
}

/** What is there after some lines of a text, and where the next line would go. The stages beside it take lines into it. */
export class Assembly {
  readonly drafts: Draft[] = [];
  readonly lists: KeyList[] = [];
  readonly strays: Stray[] = [];
  /** What letters stand for in true-false questions from here on. */
  legend: TruthLegend | null = null;
  /** The question that is being put together. */
  current: Draft | null = null;
  /** Counts the headings of kinds and chapters. */
  section = 0;
  sectionType: SaidType | null = null;
  /** What kind of questions the heading `一、` announced; null where several did. */
  readonly ordinals = new Map<string, SaidType | null>();
  topic = '';
  /** What the next line continues. */
  open: 'stem' | 'option' | 'answer' | 'explanation' | 'done' = 'done';
  /** The list of answers that is being read. */
  list: KeyList | null = null;
  lastNumber = 0;
  /** The last number before the heading: questions may begin anew below it or go on. */
  numberBefore = 0;
  /** The text that the next questions are about. */
  material: Material | null = null;
  /** Numbered points of an essay's answer or of an explanation so far. */
  points = 0;

  /** `usual` is the look of most lines: another one may mark the right option. */
  constructor(
    readonly layout: Layout,
    readonly usual: string,
  ) {}

  /** The question is over. */
  finish(): void {
    const draft = this.current;
    this.current = null;
    this.open = 'done';
    if (!draft) return;
    finishDraft(draft, this.layout.key);
    this.drafts.push(draft);
  }

  /** Questions below a heading: their numbers may begin anew. */
  startSection(type: SaidType | null): void {
    this.section += 1;
    this.sectionType = type;
    if (this.lastNumber > 0) this.numberBefore = this.lastNumber;
    this.lastNumber = 0;
  }

  /** A list of answers begins; `after` as in `KeyList`. */
  startList(at: Place, after: number, type: SaidType | null): KeyList {
    this.list = { at, after, type, entries: [] };
    this.lists.push(this.list);
    return this.list;
  }

  /** A line without a place; `isLost` where something is lost with it for certain. */
  stray(line: BankLine, isLost = false): void {
    const { plain, text, at } = line;
    const matters =
      optionsInLine(text).some(({ isSigned }) => isSigned) ||
      labelAt(plain)?.label === 'answer' ||
      isLost ||
      caseAt(plain) !== null ||
      // Before the first question blanks are for one's name.
      (this.drafts.length > 0 && (blanksOf(plain) > 0 || /[?？]$/.test(plain)));
    const leads = this.drafts.length === 0 && this.current === null;
    this.strays.push({ at, text, leads, matters });
  }
}
