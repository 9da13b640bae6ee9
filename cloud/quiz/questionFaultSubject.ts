import type { ResolveFaultSubject } from '../feedback/faultSubject';
import { findAskedQuestion } from './quizRepository';

/** A question that the member has been asked in one of the own sets; kept where the bank is. */
export const questionFaultSubject: ResolveFaultSubject = async ({ trx, actor }, questionId) => {
  const asked = await findAskedQuestion(trx, actor.tenantId, actor.memberId, questionId);
  return asked && { title: asked.stem, organisationId: asked.organisationId };
};
