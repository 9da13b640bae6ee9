import { mayAt } from '../../src/domain/roster/acts';
import type { PlacedOrganisation } from '../../src/domain/roster/appointing';
import { planRoster } from '../../src/domain/roster/match/planRoster';
import type { CellProblem, FileRow, Known, RosterPlan } from '../../src/domain/roster/match/rosterPlan';
import { addableUnder } from '../../src/domain/roster/structure';
import type { Context } from '../operation';
import { mayEditPerson } from '../policies/roster';
import { findKnown, type KnownRow } from './knownRepository';
import { type ListedOrganisation, listOrganisations } from './rosterRepository';
import { openField } from './sealedFields';

/** Opening sealed fields gives the event loop back after this many people. */
const BREATH = 500;

/** A plan with what the person who compares may add to the tree. */
export interface Compared extends RosterPlan {
  mayCreate: boolean;
  organisations: readonly ListedOrganisation[];
}

/**
 * Compares rows of a file with the roster as it is in this transaction, with
 * the eyes of the actor: nobody out of reach is named, and people of other
 * bureaus are not there at all. For `intake`.
 */
export async function compareWithRoster(
  context: Pick<Context, 'trx' | 'actor' | 'ports'>,
  scope: PlacedOrganisation,
  file: { rows: readonly FileRow[]; problems: readonly CellProblem[]; asNew: ReadonlySet<string> },
): Promise<Compared> {
  const { trx, actor, ports } = context;
  const organisations = await listOrganisations(trx, actor.tenantId);
  const within = organisations.filter((one) => one.path.startsWith(scope.organisationPath));
  const mobiles = [...new Set(file.rows.flatMap((row) => (row.mobile === null ? [] : [row.mobile])))];
  const found = await findKnown(trx, actor.tenantId, {
    names: [...new Set(file.rows.map((row) => row.name))],
    numbers: file.rows.flatMap((row) => (row.number === null ? [] : [row.number.toLowerCase()])),
    blindIndexes: mobiles.flatMap((mobile) =>
      ports.keyring.macs('blindIndex', mobile).map((mac) => mac.toString('base64url')),
    ),
    organisationIds: within.map((one) => one.id),
    today: actor.today,
  });
  const known: Known[] = [];
  for (const [position, row] of found.entries()) {
    if (position % BREATH === BREATH - 1) await new Promise(setImmediate);
    known.push(knownOf(context, row));
  }
  const mayCreate = addableUnder(actor.held, scope).includes('branch');
  const top = organisations.filter((one) => one.level === 'organCommittee' || one.level === 'leadingGroup');
  const plan = planRoster({
    rows: file.rows,
    cellProblems: file.problems,
    known,
    organisations: organisations.map((one) => ({
      id: one.id,
      name: one.name,
      level: one.level,
      parentId: one.parentId,
      isInReach: mayAt(actor.held, 'roster.edit', { organisationId: one.id, organisationPath: one.path }),
      isInScope: one.path.startsWith(scope.organisationPath),
    })),
    scopeId: scope.organisationId,
    bureauNames: top.flatMap((one) => [one.name, one.name.replace(/(机关党委|机关委员会|党组)$/u, '')]),
    mayCreate,
    asNew: file.asNew,
  });
  return { ...plan, mayCreate, organisations };
}

function knownOf({ actor, ports }: Pick<Context, 'actor' | 'ports'>, row: KnownRow): Known {
  const holder = { tenantId: actor.tenantId, memberId: row.memberId };
  const { organisationId, organisationPath, postPlaces } = row;
  const isPlaced = organisationId !== null && organisationPath !== null;
  return {
    memberId: row.memberId,
    version: row.version,
    number: row.number,
    name: row.name,
    kind: row.kind,
    status: row.status,
    leadingCadre: row.leadingCadre,
    mobile: openField(ports, holder, 'mobile_sealed', row.mobileSealed),
    joinedOn: openField(ports, holder, 'joined_on_sealed', row.joinedOnSealed),
    fullSince: openField(ports, holder, 'full_since_sealed', row.fullSinceSealed),
    organisationId,
    groupIds: row.groupIds,
    marks: row.marks,
    // Whoever is in no branch is an administrator: judged by where the posts are.
    isHeldAbove: isPlaced
      ? mayEditPerson(actor, { organisationId, organisationPath, postPlaces }) === null
      : !postPlaces.every((place) => mayAt(actor.held, 'roster.edit', place)),
  };
}
