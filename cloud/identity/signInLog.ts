import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';

/** One row of the sign-in log: kept 190 days apart from everything else (domain.md 11.2). */
export async function logSignIn(
  trx: Transaction,
  ports: Ports,
  row: {
    tenantId: string;
    memberId: string | null;
    channel: 'h5' | 'weapp';
    event: Tables['sign_in_row']['event'];
    address: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('sign_in_row')
    .values({
      tenant_id: row.tenantId,
      id: newId(ports.clock, ports.random),
      at: ports.clock.now(),
      member_id: row.memberId,
      channel: row.channel,
      event: row.event,
      address: row.address,
    })
    .execute();
}
