import type { Output } from '../../../contract/operations';

/** A series on the desk with a page of its pieces. */
export type SeriesDraft = Output<'study.seriesDraft'>;

/** One piece of it as the cuts make it. */
export type DraftPiece = SeriesDraft['pieces'][number];

/** On which days it is laid: from a day on, on some weekdays (1 Monday to 7 Sunday). */
export interface Plan {
  from: string;
  weekdays: number[];
}

/** The five working days, from a day on. */
export function everyDayFrom(from: string): Plan {
  return { from, weekdays: [1, 2, 3, 4, 5] };
}
