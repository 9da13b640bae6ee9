import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { deletePaper, findPaper } from './paperRepository';
import { requirePaper } from './requirePaper';

/** Removes a draft; its questions are practised again. Throws `conflict`, `wrong_state`. */
export const discardPaper = memberUseCase('quiz.discardPaper')({
  policy: mayMakePapers,
  subject: ({ trx, actor }, { paperId }) => findPaper(trx, actor.tenantId, paperId, { lock: true }),
  subjectPolicy: (actor, paper) => mayMakePaper(actor, paper),
  run: async ({ trx, actor }, { paperId, version }, paper) => {
    requirePaper(paper, version);
    await deletePaper(trx, actor.tenantId, paperId);
    return {};
  },
  auditSubject: ({ paperId }) => ({ kind: 'paper', id: paperId }),
});
