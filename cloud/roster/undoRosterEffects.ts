import { AppError } from '../appError';
import type { Context } from '../operation';
import type { RosterEffects } from './applyRosterPlan';
import {
  deletePlaces,
  findOpenPosts,
  lockMembers,
  planAfresh,
  removeLogins,
  replaceMobiles,
  type StoredMember,
  updateBelongings,
  updateMembers,
  updatePosts,
} from './bulkRepository';
import { findActivated } from './doorsRepository';
import { findPlacedOrganisation, isInUse, updateOrganisation } from './organisationRepository';

/**
 * Takes an import back, all of it or nothing: `undo_too_late` when somebody of
 * it has been changed since, holds a post or has used a card. Whoever the
 * import added stays as an empty row without name and dates (an id that some
 * roll or audit row may name), in no branch and with no door; everybody else is
 * as before. Branches made by it go when nobody is in them. For `intake`.
 */
export async function undoRosterEffects(context: Context, effects: RosterEffects): Promise<void> {
  const { trx, actor, now } = context;
  const { tenantId, today } = actor;
  await planAfresh(trx);
  const changedIds = effects.before.map((one) => one.id);
  const current = await lockMembers(trx, tenantId, [...effects.added, ...changedIds]);
  const given = new Map<string, number>(effects.added.map((id) => [id, 1]));
  for (const one of effects.before) given.set(one.id, one.version + 1);
  const isUntouched =
    current.length === given.size && current.every((one) => given.get(one.id) === one.version);
  const activated = await findActivated(trx, tenantId, effects.added);
  const posts = await findOpenPosts(trx, tenantId, effects.added, '1900-01-01');
  if (!isUntouched || activated.size > 0 || posts.length > 0) throw new AppError('undo_too_late');

  await deletePlaces(trx, tenantId, {
    belongings: effects.insertedBelongings,
    marks: effects.insertedMarks,
  });
  await updateBelongings(trx, tenantId, effects.belongingsBefore);
  await updatePosts(trx, tenantId, effects.postsBefore);
  await updateMembers(trx, tenantId, effects.before);
  await replaceMobiles(trx, tenantId, [...changedIds, ...effects.added], effects.mobilesBefore);
  const added = new Set(effects.added);
  await updateMembers(
    trx,
    tenantId,
    current.filter((one) => added.has(one.id)).map((one) => emptied(one, today)),
  );
  await removeLogins(trx, tenantId, effects.added, now);
  // The deepest first, so that what was made inside another goes before it.
  for (const id of [...effects.created].reverse()) {
    const made = await findPlacedOrganisation(trx, tenantId, id, { lock: true });
    if (made && !(await isInUse(trx, tenantId, id, today)))
      await updateOrganisation(trx, tenantId, made, { status: 'dissolved' });
  }
}

function emptied(member: StoredMember, today: string): StoredMember {
  return {
    ...member,
    name: '（已撤回）',
    status: 'left',
    voting_right: false,
    no_vote_reason: null,
    joined_on_sealed: null,
    full_since_sealed: null,
    mobile_sealed: null,
    leaves_on: today,
    leaves_as: null,
  };
}
