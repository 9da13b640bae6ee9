import type { Input } from '../../contract/operations';
import type { Intake } from './intake';

export type Gone = Input<'intake.applyRoster'>['gone'][number];

/** What a person has decided about a preview; ids only, so that it may wait on this device. */
export interface Decisions {
  leaveOut: readonly string[];
  asNew: readonly string[];
  /** Branches of the file that are NOT to be made. */
  notCreate: readonly string[];
  gone: readonly Gone[];
}

export const undecided: Decisions = { leaveOut: [], asNew: [], notCreate: [], gone: [] };

/** `one` in the list, or not. */
export function withOrWithout(list: readonly string[], one: string, isIn: boolean): string[] {
  const without = list.filter((other) => other !== one);
  return isIn ? [...without, one] : without;
}

/** How many people the import takes in or changes, as decided. */
export function countImported({ found, unknownOrganisations }: Intake, decided: Decisions): number {
  const homeless = unknownOrganisations
    .filter(({ name, mayCreate }) => mayCreate && decided.notCreate.includes(name))
    .reduce((sum, { lines }) => sum + lines, 0);
  const all = found.added + found.changed + found.transferred + decided.asNew.length;
  return Math.max(0, all - decided.leaveOut.length - homeless);
}

/** The decisions as the cloud takes them. */
export function ordersOf(intake: Intake, decided: Decisions): Input<'intake.applyRoster'> {
  const create = intake.unknownOrganisations
    .filter(({ name, mayCreate }) => mayCreate && !decided.notCreate.includes(name))
    .map(({ name }) => name);
  return {
    intakeId: intake.intakeId,
    version: intake.version,
    leaveOut: [...decided.leaveOut],
    asNew: [...decided.asNew],
    create,
    gone: [...decided.gone],
  };
}
