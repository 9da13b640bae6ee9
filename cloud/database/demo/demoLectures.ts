import { addDays, shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { askSwap } from '../../lecture/askSwap';
import { layTurn } from '../../lecture/layTurn';
import { readSpeakers } from '../../lecture/readSpeakers';
import type { Ports } from '../../ports/ports';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** The secretary and the member whose shoes one steps into. */
const SECRETARY = 'd0000002';
const MEMBER = 'd0000001';

/**
 * The micro-lecture rota of the demo branch: three turns of the coming weeks, one of the member whose shoes one steps
 * into; a colleague asks that member to swap. Through the real use cases.
 */
export async function fillLectures(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  const secretary = await handOf(trx, ports, tenantId, await memberOf(trx, SECRETARY), now);
  const memberId = await memberOf(trx, MEMBER);
  const organisationId = secretary.context.actor.held[0]?.organisationId ?? '';
  const { speakers } = await secretary.does(readSpeakers, 'lecture.speakers', { organisationId });
  const [colleague, third] = speakers.filter(
    ({ id }) => id !== memberId && id !== secretary.context.actor.memberId,
  );
  if (!colleague || !third) return;
  const lay = (speakerId: string, inDays: number, topic: string) =>
    secretary.does(layTurn, 'lecture.lay', { organisationId, speakerId, day: addDays(today, inDays), topic });
  const own = await lay(memberId, 7, '演示：药店里的一张处方');
  const theirs = await lay(colleague.id, 14, '演示：菜市场的一杆秤');
  await lay(third.id, 21, '');
  const asking = await handOf(trx, ports, tenantId, colleague.id, now);
  await asking.does(askSwap, 'lecture.askSwap', { turnId: theirs.turnId, withTurnId: own.turnId });
}

async function memberOf(trx: Transaction, loginName: string): Promise<string> {
  const { member_id } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('login_name', '=', loginName)
    .executeTakeFirstOrThrow();
  return member_id;
}
