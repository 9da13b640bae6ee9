import type { NoticeTarget } from '../../src/domain/reminder/noticeTarget';
import type { StoredNoticeTarget } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** A notice as its member reads it. */
export interface ListedNotice {
  id: string;
  text: string;
  at: string;
  unread: boolean;
  target: StoredNoticeTarget | null;
}

/** Adds an unread notice of a member. */
export async function insertNotice(
  trx: Transaction,
  notice: {
    tenantId: string;
    id: string;
    memberId: string;
    text: string;
    target: NoticeTarget | null;
    now: Date;
  },
): Promise<void> {
  await trx
    .insertInto('notice')
    .values({
      tenant_id: notice.tenantId,
      id: notice.id,
      member_id: notice.memberId,
      text: notice.text,
      target:
        notice.target && JSON.stringify({ screen: notice.target.screen, query: notice.target.query ?? {} }),
      created_at: notice.now,
    })
    .execute();
}

/** The newest `limit` notices of a member, newest first. */
export async function listNotices(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  limit: number,
): Promise<ListedNotice[]> {
  const rows = await trx
    .selectFrom('notice')
    .select(['id', 'text', 'created_at', 'unread', 'target'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ created_at, ...notice }) => ({ ...notice, at: created_at.toISOString() }));
}

/** Marks a member's own notice as read; false when the member has no such notice. A second time is fine. */
export async function markNoticeRead(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  noticeId: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('notice')
    .set({ unread: false })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', noticeId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
