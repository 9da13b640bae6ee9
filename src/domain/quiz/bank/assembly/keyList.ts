import type { Place } from '../bankQuestion';
import type { KeyEntry } from '../keyEntries';
import type { SaidType } from '../saidType';

/** A list of answers, or a part of one, under its heading. */
export interface KeyList {
  at: Place;
  /** Drafts made before it was met; the list belongs to those since the list before. */
  after: number;
  type: SaidType | null;
  entries: KeyEntry[];
  /** Answers without numbers, one for each question: it must be as many as its section has. */
  isRow?: boolean;
}
