import { isPastGrace } from '../../../src/domain/quiz/practice/examClock';
import type { Context } from '../../operation';
import { closeRun } from './closeRun';
import { findRun, type StoredRun } from './runRepository';

/** An exam whose time is over is handed in by the clock when somebody looks; gives the set as it then is. */
export async function settleExam({ trx, actor, now }: Context, run: StoredRun): Promise<StoredRun> {
  if (run.handedIn || !run.deadlineAt || !isPastGrace(run.deadlineAt, now)) return run;
  const held = await findRun(trx, actor, run.id, { lock: true });
  if (!held || held.handedIn) return held ?? run;
  await closeRun(trx, actor.tenantId, held, { by: 'clock', today: actor.today });
  return { ...held, handedIn: true };
}
