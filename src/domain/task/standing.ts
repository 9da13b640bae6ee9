import { isOver } from './deadline';

/** A lawful branch has three full members (domain.md 4.1, S-02); where fewer are asked, 还没有达到 would be a name. */
const FEWEST_DUE = 3;

/** How a branch stands with a task: 进行中, 达到, 还没有达到. Never a number: in a branch of six a count is a name. */
export type Standing = 'running' | 'met' | 'notMet';

/**
 * Met when no due person is open after the deadline; excused and made-up count as done (issue 3 "Study tasks"), and so
 * does who gives it in later. Until the end of the last day it is running, whoever is done.
 */
export function standingOf(dueOn: string, today: string, hasOpen: boolean): Standing {
  if (!isOver(dueOn, today)) return 'running';
  return hasOpen ? 'notMet' : 'met';
}

/** How a branch stands as the committee is told: of fewer than three people nothing is said once it is over. */
export function toldStandingOf(
  dueOn: string,
  today: string,
  { hasOpen, due }: { hasOpen: boolean; due: number },
): Standing | 'tooFew' {
  return due < FEWEST_DUE && isOver(dueOn, today) ? 'tooFew' : standingOf(dueOn, today, hasOpen);
}
