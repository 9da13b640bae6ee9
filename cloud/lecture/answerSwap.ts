import { sayDay } from '../../src/domain/calendar/sayDay';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { lockTurns } from './lectureRepository';
import { remindSpeaker } from './remindSpeaker';
import { exchangeSpeakers, lapseSwaps, lockSwap, settleSwap } from './swapRepository';
import { onceADay } from './turnSubject';

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
    const stands =
      theirs?.speakerId === swap.askedBy &&
      own?.speakerId === actor.memberId &&
      theirs.day >= actor.today &&
      own.day >= actor.today;
    if (!stands || !theirs || !own) throw new AppError('wrong_state');
    await settleSwap(trx, tenantId, swap.id, agreed ? 'agreed' : 'declined');
    if (agreed) {
      await onceADay(exchangeSpeakers(trx, tenantId, [theirs.id, own.id]));
      await lapseSwaps(trx, tenantId, [theirs.id, own.id]);
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
