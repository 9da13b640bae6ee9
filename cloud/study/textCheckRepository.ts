import type { TextFinding } from '../../src/domain/textCheck/textVerdict';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Writes what the check said of a piece in the version that was checked; a piece that has changed since stays as it
 * is. The version does not count up: the text is the same, and its reviewer may be about to decide.
 */
export async function putTextFinding(
  trx: Transaction,
  seen: { tenantId: string; pieceId: string; version: number },
  { verdict, note }: TextFinding,
): Promise<void> {
  await trx
    .updateTable('piece')
    .set({ text_verdict: verdict, text_note: note || null })
    .where('tenant_id', '=', seen.tenantId)
    .where('id', '=', seen.pieceId)
    .where('version', '=', seen.version)
    .execute();
}

/** What the check said of a piece; null when it was never handed in. */
export async function findTextFinding(
  trx: Transaction,
  tenantId: string,
  pieceId: string,
): Promise<TextFinding | null> {
  const row = await trx
    .selectFrom('piece')
    .select(['text_verdict', 'text_note'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', pieceId)
    .executeTakeFirst();
  return row?.text_verdict ? { verdict: row.text_verdict, note: row.text_note ?? '' } : null;
}
