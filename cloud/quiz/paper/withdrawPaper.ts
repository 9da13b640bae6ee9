import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { changedPaperOf } from './paperOf';
import { changePaper, findPaper } from './paperRepository';
import { requirePaper } from './requirePaper';

/** Takes a published paper back: it leaves every list, its questions are practised again. Throws `conflict`, `wrong_state`. */
export const withdrawPaper = memberUseCase('quiz.withdrawPaper')({
  policy: mayMakePapers,
  subject: ({ trx, actor }, { paperId }) => findPaper(trx, actor.tenantId, paperId, { lock: true }),
  subjectPolicy: (actor, paper) => mayMakePaper(actor, paper),
  run: async (context, { paperId, version, reason }, paper) => {
    requirePaper(paper, version, 'published');
    await changePaper(context.trx, context.actor.tenantId, paperId, {
      state: 'withdrawn',
      withdraw_reason: reason,
      sealed_until: null,
    });
    return changedPaperOf(context, paperId);
  },
  auditSubject: ({ paperId }) => ({ kind: 'paper', id: paperId }),
});
