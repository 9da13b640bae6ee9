/** How a paper is used: shown on a wall question by question, answered on phones, or both. */
export type PaperWay = 'projected' | 'phones' | 'both';

export const paperWays = ['projected', 'phones', 'both'] as const satisfies readonly PaperWay[];

/** A paper as far as its standing depends on it; instants, null until it is published. */
export interface TimedPaper {
  state: 'draft' | 'published' | 'withdrawn';
  opensAt: Date | null;
  closesAt: Date | null;
}

/** Where a paper stands: being made, waiting to open, open, closed, or taken back. */
export type PaperStanding = 'draft' | 'waiting' | 'open' | 'closed' | 'withdrawn';

/** Where a paper stands at `now`: it is open from the instant it opens until just before the one it closes. */
export function paperStanding({ state, opensAt, closesAt }: TimedPaper, now: Date): PaperStanding {
  if (state !== 'published' || !opensAt || !closesAt) return state === 'withdrawn' ? 'withdrawn' : 'draft';
  if (now < opensAt) return 'waiting';
  return now < closesAt ? 'open' : 'closed';
}
