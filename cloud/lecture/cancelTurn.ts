import { sayDay } from '../../src/domain/calendar/sayDay';
import { memberUseCase } from '../operation';
import { mayLayAt } from '../policies/lecture';
import { whoeverMay } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { lapseSwaps } from '../swap/swapRepository';
import { changeTurn } from './lectureRepository';
import { requireComing, turnSubject } from './turnSubject';

/** Takes a coming turn off the rota; the speaker is told, questions about it lapse. */
export const cancelTurn = memberUseCase('lecture.cancel')({
  policy: whoeverMay('lecture.lay'),
  subject: turnSubject,
  subjectPolicy: (actor, turn) => mayLayAt(actor, turn),
  run: async (context, { version }, turn) => {
    const { trx, actor } = context;
    requireComing(turn, version, actor.today);
    const next = await changeTurn(trx, actor.tenantId, turn.id, { state: 'cancelled' });
    await lapseSwaps(trx, 'lecture_swap', { tenantId: actor.tenantId, turnIds: [turn.id] });
    if (turn.speakerId !== actor.memberId) {
      await addNotice(context, turn.speakerId, `${sayDay(turn.day)}的微党课取消了`, {
        screen: 'lectureRota',
      });
    }
    return { turnId: turn.id, version: next };
  },
  auditSubject: ({ turnId }) => ({ kind: 'lectureTurn', id: turnId }),
});
