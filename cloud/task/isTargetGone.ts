import type { Transaction } from '../database/tenantTransaction';
import { findTarget } from './findTarget';
import type { TaskRecord } from './taskRepository';

/** True when what a task asks for can no longer be read by those it asks: it was taken down since. Nobody is reminded of it then. */
export async function isTargetGone(
  trx: Transaction,
  tenantId: string,
  { target, organisationPath }: TaskRecord,
  now: Date,
): Promise<boolean> {
  const organisationIds = organisationPath.split('/').filter(Boolean);
  return (await findTarget(trx, tenantId, target, { organisationIds, now })) === null;
}
