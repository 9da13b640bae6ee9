import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { wholePaperOf } from './paperOf';
import { findPaper } from './paperRepository';

/** One paper with its keys, for those who make papers for its organisation; others get `not_found`. */
export const readPaper = memberUseCase('quiz.readPaper')({
  policy: mayMakePapers,
  subject: ({ trx, actor }, { paperId }) => findPaper(trx, actor.tenantId, paperId),
  subjectPolicy: mayMakePaper,
  run: (context, { paperId }) => wholePaperOf(context, paperId),
});
