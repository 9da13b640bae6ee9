import type { OrganisationLevel, Post } from '../../../src/domain/roster/posts';
import { insertFile, markFileReady } from '../../file/fileRepository';
import { insertIntake } from '../../intake/intakeRepository';
import { digestOf } from '../../intake/previewOf';
import { sealPart } from '../../intake/sealedParts';
import { insertBelonging } from '../../roster/belongingRepository';
import { appoint } from '../../roster/enrol';
import { insertMark } from '../../roster/personRepository';
import type { Scribe } from './scribe';

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

/** A finished roster file without content, and a preview of an empty roster for `organisationId`. */
export async function addReading(
  { trx, ports, tenantId, newId }: Scribe,
  memberId: string,
  organisationId: string,
): Promise<{ rosterFile: string; intake: string }> {
  const [rosterFile, intake] = [newId(), newId()];
  const now = ports.clock.now();
  const file = { id: rosterFile, ownerId: memberId, name: '名册.xlsx', declaredSize: 10 };
  await insertFile(trx, tenantId, { ...file, purpose: 'roster', form: 'sealed' }, now);
  await markFileReady(trx, tenantId, rosterFile, {
    size: 10,
    mediaType: 'application/vnd.ms-excel',
    sha256: 'none',
    seconds: null,
    width: null,
    height: null,
  });
  const place = { tenantId, intakeId: intake };
  await insertIntake(trx, tenantId, {
    id: intake,
    ownerId: memberId,
    organisationId,
    purpose: 'import',
    createdAt: now,
    endsAt: new Date(now.getTime() + 86_400_000),
    summarySealed: sealPart(ports, place, 'summary_sealed', {
      sheets: [],
      dropped: [],
      found: { problems: 0, added: 0, changed: 0, transferred: 0, missing: 0, unchanged: 0 },
      unknownOrganisations: [],
      done: null,
    }),
    linesSealed: sealPart(ports, place, 'lines_sealed', {
      lines: [],
      cellProblems: [],
      digest: digestOf([]),
    }),
  });
  return { rosterFile, intake };
}
