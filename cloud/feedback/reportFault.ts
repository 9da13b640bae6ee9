import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { insertFault } from './faultRepository';
import { faultSubjects } from './faultSubjects';

/**
 * 报错: tells the keeper that something is wrong in a published piece, a
 * question one was asked, or a line of one's own score card. Anything else,
 * also what exists and is not for the reporter, is `not_found`.
 */
export const reportFault = memberUseCase('feedback.reportFault')({
  policy: anyMember,
  run: async (context, { subject, subjectId, text }) => {
    const { trx, actor, now, newId } = context;
    const found = await faultSubjects[subject](context, subjectId);
    if (!found) throw new AppError('not_found');
    const faultId = newId();
    await insertFault(trx, actor.tenantId, {
      id: faultId,
      subject,
      subjectId,
      subjectTitle: found.title,
      organisationId: found.organisationId,
      reporterId: actor.memberId,
      text,
      reportedAt: now,
    });
    return { faultId };
  },
  auditSubject: (_input, { faultId }) => ({ kind: 'fault', id: faultId }),
});
