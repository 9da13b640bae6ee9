import type { Output } from '../../contract/operations';

/** What one paper card says. */
export type IssuedCard = Output<'roster.issueCard'>;

/** Two beside one another, four below one another on A4 (issue 3, "Roster"). */
export const CARDS_PER_SHEET = 8;

/** Cards in order, eight to a sheet. */
export function sheetsOf(cards: readonly IssuedCard[]): IssuedCard[][] {
  const sheets = Math.ceil(cards.length / CARDS_PER_SHEET);
  return Array.from({ length: sheets }, (_, sheet) =>
    cards.slice(sheet * CARDS_PER_SHEET, (sheet + 1) * CARDS_PER_SHEET),
  );
}
