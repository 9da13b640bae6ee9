import { AppError } from '../appError';
import type { Context } from '../operation';
import { findPlacedOrganisation, type OrganisationEntry } from '../roster/organisationRepository';
import { findOwnIntake, type IntakeRecord } from './intakeRepository';

/** An own intake with the organisation that it is for. */
export interface OwnIntake {
  intake: IntakeRecord;
  organisation: OrganisationEntry;
}

/** In `subject`: the actor's own intake that has not ended; null, that is `not_found`, for anything else. */
export async function loadOwnIntake(
  { trx, actor, now }: Pick<Context, 'trx' | 'actor' | 'now'>,
  intakeId: string,
  options: { lock?: boolean } = {},
): Promise<OwnIntake | null> {
  const intake = await findOwnIntake(trx, actor, intakeId, now, options);
  const organisation = intake && (await findPlacedOrganisation(trx, actor.tenantId, intake.organisationId));
  return intake && organisation && { intake, organisation };
}

/** Throws `conflict` for another version and `wrong_state` when the intake is not in `state`. */
export function requireIntake({ intake }: OwnIntake, version: number, state: IntakeRecord['state']): void {
  if (intake.version !== version) throw new AppError('conflict');
  if (intake.state !== state) throw new AppError('wrong_state');
}
