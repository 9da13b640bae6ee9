import { addDays, shanghaiDay } from '../../../src/domain/calendar/shanghai';
import type { Ports } from '../../ports/ports';
import { markLaw } from '../../study/law/markLaw';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** Reviews for the bureau, and is one of the shoes one steps into. */
const OFFICER = 'd0000004';

/**
 * What the branch's series rests on has a new version, so that its pieces are listed for checking. A made-up handbook:
 * nothing is said here of a law that exists.
 */
export async function fillLaw(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const { member_id: officerId } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('login_name', '=', OFFICER)
    .executeTakeFirstOrThrow();
  const officer = await handOf(trx, ports, tenantId, officerId, now);
  await officer.does(markLaw, 'study.markLaw', {
    title: '窗口接待手册（演示，虚构）',
    kind: 'amended',
    since: addDays(shanghaiDay(now), -1),
    note: '演示：问清来意的几句话换了说法',
  });
}
