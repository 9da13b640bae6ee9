import { sayDay } from '../../src/domain/calendar/sayDay';
import { isSwappable } from '../../src/domain/swap/swapTurns';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { insertSwap } from '../swap/swapRepository';
import { lockTurns } from './lectureRepository';
import { swapTurnOf } from './turnSubject';

/**
 * A speaker asks another one of the same rota to change turns. Nothing changes until the other agrees. `wrong_state`:
 * one of the two is over, both are the own or of one day; `swap_waiting`: a question about the own turn waits already.
 */
export const askSwap = memberUseCase('lecture.askSwap')({
  policy: anyMember,
  subject: async ({ trx, actor }, { turnId, withTurnId }) => {
    const turns = await lockTurns(trx, actor.tenantId, [turnId, withTurnId]);
    const own = turns.find((one) => one.id === turnId);
    const other = turns.find((one) => one.id === withTurnId);
    return own && other ? { own, other } : null;
  },
  subjectPolicy: (actor, { own, other }) =>
    own.speakerId === actor.memberId && own.organisationId === other.organisationId,
  run: async (context, _input, { own, other }) => {
    const { trx, actor } = context;
    if (!isSwappable(swapTurnOf(own), swapTurnOf(other), actor.today)) throw new AppError('wrong_state');
    const swapId = context.newId();
    const swap = {
      id: swapId,
      turnId: own.id,
      withTurnId: other.id,
      askedBy: actor.memberId,
      sides: { asked_of: other.speakerId },
    };
    if (!(await insertSwap(trx, 'lecture_swap', actor.tenantId, swap))) throw new AppError('swap_waiting');
    await addNotice(
      context,
      other.speakerId,
      `${own.speakerName}想用${sayDay(own.day)}和您换${sayDay(other.day)}的微党课，换不换由您定`,
      { screen: 'lectureRota' },
    );
    return { swapId };
  },
  auditSubject: ({ turnId }) => ({ kind: 'lectureTurn', id: turnId }),
});
