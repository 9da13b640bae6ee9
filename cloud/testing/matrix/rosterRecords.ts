import type { OrganisationLevel, Post } from '../../../src/domain/roster/posts';
import { insertBelonging } from '../../roster/belongingRepository';
import { appoint } from '../../roster/enrol';
import { insertMark } from '../../roster/personRepository';
import type { Scribe } from './records';

/** A post that exists at every level of the tree, so that each place has a term to end and to hand over. */
const postOf: Record<OrganisationLevel, Post> = {
  leadingGroup: 'committeeOfficer',
  organCommittee: 'organisationOfficer',
  generalBranch: 'organisationOfficer',
  branch: 'organisationOfficer',
  group: 'groupLeader',
  team: 'groupLeader',
};

/** Gives `memberId` a post of the organisation until the end of the year; returns the term's id. */
export async function addTerm(
  { trx, tenantId, newId }: Scribe,
  at: { organisationId: string; level: OrganisationLevel },
  memberId: string,
): Promise<string> {
  const id = newId();
  await appoint(trx, tenantId, {
    id,
    memberId,
    organisationId: at.organisationId,
    post: postOf[at.level],
    from: '2026-01-01',
    to: '2026-12-31',
  });
  return id;
}

/** A mark and a second belonging that ended years ago and change nothing today. */
export async function addPast(
  { trx, tenantId, newId }: Scribe,
  memberId: string,
  organisationId: string,
): Promise<{ mark: string; belonging: string }> {
  const [mark, belonging] = [newId(), newId()];
  const [from, to] = ['2021-01-01', '2021-12-31'];
  await insertMark(trx, tenantId, { id: mark, memberId, kind: 'floating', from, to });
  await insertBelonging(trx, tenantId, {
    id: belonging,
    memberId,
    organisationId,
    kind: 'dual',
    from,
    to,
    letterNo: null,
  });
  return { mark, belonging };
}
