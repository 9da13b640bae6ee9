import type { Transaction } from '../database/tenantTransaction';
import { type FaultKind, faultKinds } from '../policies/feedback';

/** One reported fault. */
export interface StoredFault {
  id: string;
  subject: FaultKind;
  subjectId: string;
  subjectTitle: string;
  organisationId: string;
  organisationPath: string;
  reporterId: string;
  text: string;
  reportedAt: Date;
  answer: string | null;
  version: number;
}

/** Keepers of one kind of thing at one organisation. */
export interface FaultPlace {
  subject: FaultKind;
  organisationId: string;
  organisationPath: string;
}

/** As it leaves the server. */
export function faultOf({
  id,
  subject,
  subjectId,
  subjectTitle,
  text,
  reportedAt,
  answer,
  version,
}: StoredFault) {
  return {
    id,
    subject,
    subjectId,
    subjectTitle,
    text,
    reportedAt: reportedAt.toISOString(),
    answer,
    version,
  };
}

/** Adds a fault that waits for its keeper. */
export async function insertFault(
  trx: Transaction,
  tenantId: string,
  fault: Pick<
    StoredFault,
    'id' | 'subject' | 'subjectId' | 'subjectTitle' | 'organisationId' | 'reporterId' | 'text' | 'reportedAt'
  >,
): Promise<void> {
  await trx
    .insertInto('fault')
    .values({
      tenant_id: tenantId,
      id: fault.id,
      subject: fault.subject,
      subject_id: fault.subjectId,
      subject_title: fault.subjectTitle,
      organisation_id: fault.organisationId,
      reporter_id: fault.reporterId,
      text: fault.text,
      reported_at: fault.reportedAt,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute();
}

/** One fault by its id, or null. */
export async function findFault(trx: Transaction, tenantId: string, id: string): Promise<StoredFault | null> {
  const row = await selectFaults(trx, tenantId).where('fault.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The newest `limit` faults that a member reported, newest first. */
export async function listOwnFaults(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  limit: number,
): Promise<StoredFault[]> {
  return selectFaults(trx, tenantId)
    .where('fault.reporter_id', '=', memberId)
    .orderBy('fault.reported_at', 'desc')
    .orderBy('fault.id', 'desc')
    .limit(limit)
    .execute();
}

/** Every organisation of the bureau at which a fault was reported, once for each kind of thing. */
export async function listFaultPlaces(trx: Transaction, tenantId: string): Promise<FaultPlace[]> {
  const organisations = await trx
    .selectFrom('organisation')
    .select(['id as organisationId', 'path as organisationPath'])
    .where('tenant_id', '=', tenantId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('fault')
          .select('fault.id')
          .whereRef('fault.tenant_id', '=', 'organisation.tenant_id')
          .whereRef('fault.organisation_id', '=', 'organisation.id'),
      ),
    )
    .execute();
  return organisations.flatMap((place) => faultKinds.map((subject) => ({ ...place, subject })));
}

/** Faults at the given places with their reporters' names, `limit` at most: open ones first, then newest first. */
export async function listFaultsAt(
  trx: Transaction,
  tenantId: string,
  places: readonly FaultPlace[],
  limit: number,
): Promise<(StoredFault & { reporterName: string })[]> {
  if (places.length === 0) return [];
  return selectFaults(trx, tenantId)
    .innerJoin('member as reporter', (join) =>
      join.onRef('reporter.tenant_id', '=', 'fault.tenant_id').onRef('reporter.id', '=', 'fault.reporter_id'),
    )
    .select('reporter.name as reporterName')
    .where((where) =>
      where.or(
        places.map((place) =>
          where.and([
            where('fault.organisation_id', '=', place.organisationId),
            where('fault.subject', '=', place.subject),
          ]),
        ),
      ),
    )
    .orderBy((order) => order('fault.answer', 'is', null), 'desc')
    .orderBy('fault.reported_at', 'desc')
    .orderBy('fault.id', 'desc')
    .limit(limit)
    .execute();
}

/** Answers, or corrects the answer of, the version that was seen; the new version, or null when it is another by now. */
export async function updateFaultAnswer(
  trx: Transaction,
  tenantId: string,
  reply: { id: string; version: number; answer: string; answeredBy: string; answeredAt: Date },
): Promise<number | null> {
  const row = await trx
    .updateTable('fault')
    .set({
      answer: reply.answer,
      answered_by: reply.answeredBy,
      answered_at: reply.answeredAt,
      version: reply.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reply.id)
    .where('version', '=', reply.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function selectFaults(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('fault')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.tenant_id', '=', 'fault.tenant_id')
        .onRef('organisation.id', '=', 'fault.organisation_id'),
    )
    .select([
      'fault.id',
      'fault.subject',
      'fault.subject_id as subjectId',
      'fault.subject_title as subjectTitle',
      'fault.organisation_id as organisationId',
      'organisation.path as organisationPath',
      'fault.reporter_id as reporterId',
      'fault.text',
      'fault.reported_at as reportedAt',
      'fault.answer',
      'fault.version',
    ])
    .where('fault.tenant_id', '=', tenantId);
}
