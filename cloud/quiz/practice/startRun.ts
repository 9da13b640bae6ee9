import { deadlineOf } from '../../../src/domain/quiz/practice/examClock';
import { mockExam } from '../../../src/domain/quiz/practice/mockExam';
import { isOncePerLabel, type PracticeMode } from '../../../src/domain/quiz/practice/modes';
import { type Context, memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { askingOf } from '../askableRepository';
import { labelOf } from './labelOf';
import { pickQuestions } from './pickQuestions';
import { runReply } from './runReply';
import { findNewestRun, insertRun, type StoredRun } from './runRepository';
import { settleExam } from './settleExam';

/**
 * Opens a set, or gives the one that is going on: a set of the day, the week or the day's review is there once, the
 * others may be taken again as a new attempt once they are over. Two phones at the same moment get the same set. The
 * questions are fixed by the server; null when there is nothing to ask.
 */
export const startRun = memberUseCase('quiz.startRun')({
  policy: anyMember,
  run: async (context, { mode, topic }) => {
    const label = labelOf(mode, context.actor.today, topic);
    return { run: await openRun(context, mode, label) };
  },
});

/** The set of that name with what may be seen of it, opened if need be; null when there is nothing to ask. */
export async function openRun(context: Context, mode: PracticeMode, label: string) {
  const { trx, actor, now } = context;
  const newest = await findNewestRun(trx, actor, { mode, label });
  if (newest) {
    const reply = await runReply(context, await settleExam(context, newest));
    if (!reply.over || isOncePerLabel(mode)) return reply;
  }
  const attempt = (newest?.attempt ?? 0) + 1;
  const questionIds = await pickQuestions(trx, askingOf(actor, now), { mode, label, attempt });
  // An empty bank fixes nothing, so that questions reviewed this morning are still asked today.
  if (questionIds.length === 0) return null;
  const fresh: Omit<StoredRun, 'handedIn'> = {
    id: context.newId(),
    memberId: actor.memberId,
    mode,
    label,
    attempt,
    questionIds,
    openedOn: actor.today,
    deadlineAt: mode === 'mockExam' ? deadlineOf(now, mockExam.minutes, null) : null,
  };
  await insertRun(trx, actor.tenantId, fresh);
  const opened = await findNewestRun(trx, actor, { mode, label });
  return opened && runReply(context, opened);
}
