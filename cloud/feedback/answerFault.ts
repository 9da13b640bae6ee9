import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayAnswerFault, mayKeepSomething } from '../policies/feedback';
import { addNotice } from '../reminder/addNotice';
import { findFault, updateFaultAnswer } from './faultRepository';

/**
 * Answers a reported fault, or corrects the answer; the reporter gets a notice
 * in the same transaction. `conflict` when somebody else answered since
 * `version` was read.
 */
export const answerFault = memberUseCase('feedback.answerFault')({
  policy: mayKeepSomething,
  subject: ({ trx, actor }, { faultId }) => findFault(trx, actor.tenantId, faultId),
  subjectPolicy: (actor, fault) => mayAnswerFault(actor, fault.subject, fault),
  run: async (context, { faultId, version, answer }, fault) => {
    const { trx, actor, now } = context;
    const answered = await updateFaultAnswer(trx, actor.tenantId, {
      id: faultId,
      version,
      answer,
      answeredBy: actor.memberId,
      answeredAt: now,
    });
    if (answered === null) throw new AppError('conflict');
    const what = fault.answer === null ? '有了答复' : '答复改过了';
    await addNotice(
      context,
      fault.reporterId,
      `您对《${shorten(fault.subjectTitle)}》的报错${what}，可以在“我的”里看`,
      { screen: 'myFaults' },
    );
    return { faultId, version: answered };
  },
  auditSubject: ({ faultId }) => ({ kind: 'fault', id: faultId }),
});

/** A notice is one line: 20 characters of a title tell which it was. */
function shorten(title: string): string {
  const characters = [...title];
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : title;
}
