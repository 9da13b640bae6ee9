import type { Transaction } from '../database/tenantTransaction';

export type BelongingKind = 'formal' | 'temporary' | 'dual' | 'group' | 'team';

/** Where somebody belongs or belonged. Days are inclusive. */
export interface BelongingLine {
  id: string;
  organisationId: string;
  organisationName: string;
  kind: BelongingKind;
  from: string;
  to: string | null;
  letterNo: string | null;
}

/** All belongings of a member, newest first. */
export async function findBelongings(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<BelongingLine[]> {
  const rows = await trx
    .selectFrom('affiliation as a')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.organisation_id'),
    )
    .select(['a.id', 'a.organisation_id', 'o.name', 'a.kind', 'a.from_day', 'a.to_day', 'a.document_no'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.member_id', '=', memberId)
    .orderBy('a.from_day', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.name,
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    letterNo: row.document_no,
  }));
}

/** Adds a belonging. */
export async function insertBelonging(
  trx: Transaction,
  tenantId: string,
  one: {
    id: string;
    memberId: string;
    organisationId: string;
    kind: BelongingKind;
    from: string;
    to: string | null;
    letterNo: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('affiliation')
    .values({
      tenant_id: tenantId,
      id: one.id,
      member_id: one.memberId,
      organisation_id: one.organisationId,
      kind: one.kind,
      from_day: one.from,
      to_day: one.to,
      document_no: one.letterNo,
    })
    .execute();
}

/** Changes a belonging: its last day, or (a slip noticed on its very first day) its organisation. */
export async function updateBelonging(
  trx: Transaction,
  tenantId: string,
  belongingId: string,
  fields: Partial<{ to_day: string | null; organisation_id: string; document_no: string | null }>,
): Promise<void> {
  await trx
    .updateTable('affiliation')
    .set(fields)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', belongingId)
    .execute();
}

/** Ends what a member still belongs to on `last`; what would begin later never began and goes. */
export async function endBelongings(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  last: string,
  kinds: readonly BelongingKind[],
): Promise<void> {
  await trx
    .deleteFrom('affiliation')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('kind', 'in', kinds)
    .where('from_day', '>', last)
    .execute();
  await trx
    .updateTable('affiliation')
    .set({ to_day: last })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('kind', 'in', kinds)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', last)]))
    .execute();
}
