import type { Transaction } from '../../database/tenantTransaction';
import type { Ports } from '../../ports/ports';

/** What making records needs: an open transaction of the tenant. */
export interface Scribe {
  trx: Transaction;
  ports: Ports;
  tenantId: string;
  newId(): string;
  authorId: string;
  reviewerId: string;
}
