import { problemAt } from './rosterProblems';
import type { RosterProblem, RosterRow } from './rosterSheet';

/**
 * What to look at when a row's kind and dates do not go together. Probation lasts a year and is prolonged by at most one
 * more (Party constitution, art. 7; domain.md 2). `today`: `YYYY-MM-DD`.
 */
export function kindProblem(
  { at, kind, joinedOn, fullSince }: RosterRow,
  today: string,
): RosterProblem | null {
  const yearsAgo = (years: number) => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  const isFresh = joinedOn !== null && fullSince === null && joinedOn > yearsAgo(1);
  if (kind === null) return isFresh ? problemAt('kindUnsaid', at, null) : null;
  const isOdd =
    kind === 'full'
      ? isFresh
      : fullSince !== null || (joinedOn !== null && joinedOn < yearsAgo(2).slice(0, joinedOn.length));
  return isOdd ? problemAt('kindAgainstDate', at, null) : null;
}
