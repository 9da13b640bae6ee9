import { addDays } from '../../src/domain/calendar/shanghai';
import type { FieldChange, PlanLine } from '../../src/domain/roster/match/rosterPlan';
import { AppError } from '../appError';
import type { Context } from '../operation';
import {
  findMobiles,
  findOpenBelongings,
  findOpenPosts,
  insertBelongings,
  insertMarks,
  insertMembers,
  lockMembers,
  planAfresh,
  replaceMobiles,
  type StoredBelonging,
  type StoredMark,
  type StoredMember,
  type StoredMobile,
  updateBelongings,
  updateMembers,
  updatePosts,
} from './bulkRepository';
import { closeDoors } from './doorsRepository';
import { freshNumbers } from './freshNumbers';
import { sealField } from './sealedFields';

/** Who goes because the file leaves them out. */
export interface Gone {
  memberId: string;
  becomes: 'transferredOut' | 'left';
  on: string;
}

/** What an import did, in full: enough to take it back. Holds sealed values and indexes as they were stored. */
export interface RosterEffects {
  added: string[];
  /** Members as they were, and the version that the import gave them. */
  before: (StoredMember & { version: number })[];
  mobilesBefore: StoredMobile[];
  belongingsBefore: Pick<StoredBelonging, 'id' | 'organisation_id' | 'to_day'>[];
  postsBefore: { id: string; to_day: string | null }[];
  insertedBelongings: string[];
  insertedMarks: string[];
  created: string[];
}

/** The lines to carry out, with every place resolved. */
export interface RosterOrders {
  added: readonly PlanLine[];
  /** Changed and transferred. */
  changed: readonly PlanLine[];
  gone: readonly Gone[];
  /** From which day new places hold. */
  from: string;
}

/** Sealing gives the event loop back after this many people. */
const BREATH = 500;

/**
 * Carries out a compared roster in this transaction, however many people it is
 * about, in a fixed number of statements (one more for each who goes). Throws
 * `day_too_early` when a place would end before it began. For `intake`.
 */
export async function applyRosterPlan(context: Context, orders: RosterOrders): Promise<RosterEffects> {
  const { trx, actor } = context;
  const { tenantId } = actor;
  await planAfresh(trx);
  const added = await newMembers(context, orders);
  await insertMembers(trx, tenantId, added.members);
  await replaceMobiles(trx, tenantId, [], added.mobiles);

  const memberIds = orders.changed.flatMap((line) => (line.member ? [line.member.memberId] : []));
  const goneIds = orders.gone.map((one) => one.memberId);
  const before = await lockMembers(trx, tenantId, [...memberIds, ...goneIds]);
  const mobilesBefore = await findMobiles(trx, tenantId, [...memberIds, ...goneIds]);
  const changed = await changedMembers(context, orders, before);
  await updateMembers(trx, tenantId, changed.members);
  await replaceMobiles(trx, tenantId, changed.newMobileOf, changed.mobiles);

  const moved = await moveMembers(context, orders);
  const left = await sendAway(context, orders, before);
  const belongings = [...added.belongings, ...changed.belongings, ...moved.inserted];
  await insertBelongings(trx, tenantId, belongings);
  const marks = [...added.marks, ...changed.marks];
  await insertMarks(trx, tenantId, marks);
  return {
    added: added.members.map((one) => one.id),
    before,
    mobilesBefore,
    belongingsBefore: [...moved.before, ...left.belongingsBefore],
    postsBefore: left.postsBefore,
    insertedBelongings: belongings.map((one) => one.id),
    insertedMarks: marks.map((one) => one.id),
    created: [],
  };
}

async function newMembers({ trx, actor, ports, newId }: Context, { added, from }: RosterOrders) {
  const { tenantId } = actor;
  const numbers = await freshNumbers(trx, ports.random, added.length);
  const members: StoredMember[] = [];
  const mobiles: StoredMobile[] = [];
  const belongings: StoredBelonging[] = [];
  const marks: StoredMark[] = [];
  for (const [position, line] of added.entries()) {
    const { row, organisationId, groupId } = line;
    if (!row || organisationId === null) throw new Error('an added line has a row and a branch');
    if (position % BREATH === BREATH - 1) await new Promise(setImmediate);
    const id = newId();
    const holder = { tenantId, memberId: id };
    const kind = row.kind ?? 'full';
    const status = row.status === 'suspended' ? 'suspended' : 'active';
    members.push({
      id,
      number: numbers[position] ?? '',
      name: row.name,
      kind,
      status,
      leading_cadre: row.leadingCadre ?? false,
      ...votingOf(kind, status),
      joined_on_sealed: sealField(ports, holder, 'joined_on_sealed', row.joinedOn),
      full_since_sealed: sealField(ports, holder, 'full_since_sealed', row.fullSince),
      mobile_sealed: sealField(ports, holder, 'mobile_sealed', row.mobile),
      leaves_on: null,
      leaves_as: null,
    });
    if (row.mobile !== null) mobiles.push({ member_id: id, blind_index: indexOf(ports, row.mobile) });
    const place = { member_id: id, from_day: from, to_day: null };
    belongings.push({ ...place, id: newId(), organisation_id: organisationId, kind: 'formal' });
    if (groupId !== null) belongings.push({ ...place, id: newId(), organisation_id: groupId, kind: 'group' });
    for (const mark of new Set(row.marks))
      marks.push({ id: newId(), member_id: id, kind: mark, from_day: from });
  }
  return { members, mobiles, belongings, marks };
}

async function changedMembers(
  { actor, ports, newId }: Context,
  { changed, from }: RosterOrders,
  before: RosterEffects['before'],
) {
  const stored = new Map(before.map((one) => [one.id, one]));
  const members: StoredMember[] = [];
  const mobiles: StoredMobile[] = [];
  const newMobileOf: string[] = [];
  const belongings: StoredBelonging[] = [];
  const marks: StoredMark[] = [];
  for (const [position, line] of changed.entries()) {
    const was = stored.get(line.member?.memberId ?? '');
    // Somebody may have corrected the entry between the comparison and the lock.
    if (!was || was.version !== line.member?.version) throw new AppError('conflict');
    if (position % BREATH === BREATH - 1) await new Promise(setImmediate);
    const next = changedMember({ ports, tenantId: actor.tenantId }, was, line.changes);
    members.push({ ...next, ...votingOf(next.kind, next.status) });
    for (const { field, to } of line.changes) {
      if (to === null) continue;
      if (field === 'mobile') {
        newMobileOf.push(was.id);
        mobiles.push({ member_id: was.id, blind_index: indexOf(ports, to) });
      } else if (field === 'mark') {
        marks.push({
          id: newId(),
          member_id: was.id,
          kind: to as StoredMark['kind'],
          from_day: from,
        });
      } else if (field === 'group') {
        const place = { member_id: was.id, from_day: from, to_day: null };
        belongings.push({ ...place, id: newId(), organisation_id: to, kind: 'group' });
      }
    }
  }
  return { members, mobiles, newMobileOf, belongings, marks };
}

function changedMember(
  { ports, tenantId }: { ports: Context['ports']; tenantId: string },
  was: StoredMember,
  changes: readonly FieldChange[],
): StoredMember {
  const holder = { tenantId, memberId: was.id };
  const next = { ...was };
  for (const { field, to } of changes) {
    if (to === null) continue;
    if (field === 'name') next.name = to;
    else if (field === 'kind') next.kind = to as StoredMember['kind'];
    else if (field === 'leadingCadre') next.leading_cadre = to === 'true';
    else if (field === 'mobile') next.mobile_sealed = sealField(ports, holder, 'mobile_sealed', to);
    else if (field === 'joinedOn') next.joined_on_sealed = sealField(ports, holder, 'joined_on_sealed', to);
    else if (field === 'fullSince')
      next.full_since_sealed = sealField(ports, holder, 'full_since_sealed', to);
    else if (field === 'status') {
      next.status = to as StoredMember['status'];
      next.leaves_on = null;
      next.leaves_as = null;
    }
  }
  return next;
}

/** Ends the old place and its groups the day before `from` and opens the new one; a place that began that very day is put right instead. */
async function moveMembers({ trx, actor, newId }: Context, { changed, from }: RosterOrders) {
  const { tenantId } = actor;
  const moved = changed.filter(({ changes }) => changes.some(({ field }) => field === 'organisation'));
  const ids = moved.flatMap((line) => (line.member ? [line.member.memberId] : []));
  const open = await findOpenBelongings(trx, tenantId, ids, ['formal', 'group'], from);
  const target = new Map(moved.map((line) => [line.member?.memberId, line.organisationId]));
  const updates: StoredBelonging[] = [];
  const settled = new Set<string>();
  for (const one of open) {
    if (one.from_day > from) throw new AppError('day_too_early');
    const to = target.get(one.member_id);
    if (one.from_day < from) updates.push({ ...one, to_day: addDays(from, -1) });
    else if (one.kind === 'formal' && to) {
      updates.push({ ...one, organisation_id: to });
      settled.add(one.member_id);
    } else updates.push({ ...one, to_day: from });
  }
  await updateBelongings(trx, tenantId, updates);
  const inserted: StoredBelonging[] = [];
  for (const { member, organisationId } of moved) {
    if (!member || organisationId === null || settled.has(member.memberId)) continue;
    inserted.push({
      id: newId(),
      member_id: member.memberId,
      organisation_id: organisationId,
      kind: 'formal',
      from_day: from,
      to_day: null,
    });
  }
  return { before: open, inserted };
}

/** Ends membership of who is gone: places, posts and doors, as `roster.leave` does, for a day that has come. */
async function sendAway(
  { trx, actor, now }: Context,
  { gone }: RosterOrders,
  before: readonly StoredMember[],
): Promise<Pick<RosterEffects, 'belongingsBefore' | 'postsBefore'>> {
  const { tenantId, today } = actor;
  const stored = new Map(before.map((one) => [one.id, one]));
  const belongingsBefore: StoredBelonging[] = [];
  const postsBefore: { id: string; to_day: string | null }[] = [];
  const kinds = ['formal', 'temporary', 'dual', 'group', 'team'] as const;
  for (const { memberId, becomes, on } of gone) {
    const was = stored.get(memberId);
    if (!was) throw new AppError('conflict');
    if (on > today) throw new AppError('bad_input', 'gone.on');
    const last = addDays(on, -1);
    const places = await findOpenBelongings(trx, tenantId, [memberId], kinds, on);
    const posts = await findOpenPosts(trx, tenantId, [memberId], on);
    if ([...places, ...posts].some((one) => one.from_day > last)) throw new AppError('day_too_early');
    await updateBelongings(
      trx,
      tenantId,
      places.map((one) => ({ ...one, to_day: last })),
    );
    await updatePosts(
      trx,
      tenantId,
      posts.map(({ id }) => ({ id, to_day: last })),
    );
    belongingsBefore.push(...places);
    postsBefore.push(...posts);
    await closeDoors(trx, { tenantId, memberId }, now);
    await replaceMobiles(trx, tenantId, [memberId], []);
    await updateMembers(trx, tenantId, [
      { ...was, status: becomes, leaves_on: on, voting_right: false, mobile_sealed: null },
    ]);
  }
  return { belongingsBefore, postsBefore };
}

function indexOf(ports: Context['ports'], mobile: string): string {
  return ports.keyring.mac('blindIndex', mobile).toString('base64url');
}

function votingOf(kind: StoredMember['kind'], status: StoredMember['status']) {
  const voting_right = kind === 'full' && status === 'active';
  const no_vote_reason = voting_right ? null : kind === 'probationary' ? '预备党员' : '停止党籍';
  return { voting_right, no_vote_reason };
}
