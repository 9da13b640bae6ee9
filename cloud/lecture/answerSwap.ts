import { sayDay } from '../../src/domain/calendar/sayDay';
import { swapStands } from '../../src/domain/swap/swapTurns';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { lapseSwaps, settleSwap } from '../swap/swapRepository';
import { lockTurns } from './lectureRepository';
import { remindSpeaker } from './remindSpeaker';
import { exchangeSpeakers, lockSwap } from './swapRepository';
import { onceADay, swapTurnOf } from './turnSubject';

/**
 * The other speaker agrees, and the two turns have changed hands, each with what was prepared; or declines, and all
 * stays. `wrong_state`: one of the turns is over or not theirs any more; `speaker_taken`: one of them speaks on the
 * other day already. Whoever asked is told.
 */
export const answerSwap = memberUseCase('lecture.answerSwap')({
  policy: anyMember,
  subject: ({ trx, actor }, { swapId }) => lockSwap(trx, actor.tenantId, swapId),
  subjectPolicy: (actor, swap) => swap.askedOf === actor.memberId,
  run: async (context, { agreed }, swap) => {
    const { trx, actor } = context;
    const { tenantId } = actor;
    const turns = await lockTurns(trx, tenantId, [swap.turnId, swap.withTurnId]);
    const theirs = turns.find((one) => one.id === swap.turnId);
    const own = turns.find((one) => one.id === swap.withTurnId);
    if (!theirs || !own) throw new AppError('wrong_state');
    const turnsNow = { asking: swapTurnOf(theirs), asked: swapTurnOf(own) };
    const between = { askingId: swap.askedBy, askedId: actor.memberId };
    if (!swapStands(turnsNow, between, actor.today)) throw new AppError('wrong_state');
    await settleSwap(trx, 'lecture_swap', { tenantId, swapId: swap.id }, agreed ? 'agreed' : 'declined');
    if (agreed) {
      const turnIds = [theirs.id, own.id] as const;
      await onceADay(exchangeSpeakers(trx, tenantId, turnIds));
      await lapseSwaps(trx, 'lecture_swap', { tenantId, turnIds });
      await remindSpeaker(context, { turnId: own.id, memberId: swap.askedBy, day: own.day });
      await remindSpeaker(context, { turnId: theirs.id, memberId: actor.memberId, day: theirs.day });
    }
    const words = agreed
      ? `换好了：${sayDay(own.day)}的微党课请您来讲，${sayDay(theirs.day)}由${own.speakerName}来讲`
      : `${own.speakerName}那天不方便换，${sayDay(theirs.day)}的微党课还请您来讲`;
    await addNotice(context, swap.askedBy, words, { screen: 'lectureRota' });
    return { agreed };
  },
  auditSubject: ({ swapId }) => ({ kind: 'lectureSwap', id: swapId }),
});
