import { postTitles } from '../../src/domain/roster/posts';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { appointingActs, mayAppointTo } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { findPerson, updatePerson } from './personRepository';
import { findPost, setPostEnd } from './postRepository';
import { requireVersion } from './requireVersion';

/** Sets the last day of somebody's term; what the post allowed ends with that day. */
export const endPost = memberUseCase('roster.endPost')({
  policy: maySomewhereAny(appointingActs),
  subject: async ({ trx, actor }, { postId }) => {
    const term = await findPost(trx, actor.tenantId, postId, { lock: true });
    const person =
      term && (await findPerson(trx, actor.tenantId, term.memberId, actor.today, { lock: true }));
    return term && person && { term, person };
  },
  subjectPolicy: (actor, { term, person }) => {
    if (person.memberId === actor.memberId) throw new AppError('own_appointment');
    return mayAppointTo(actor, term.post, term.at, person);
  },
  run: async (context, { version, to }, { term, person }) => {
    const { trx, actor } = context;
    requireVersion(term, version);
    if (to < term.from) throw new AppError('day_too_early');
    await updatePerson(trx, actor.tenantId, person, {});
    const text = `您在${term.organisationName}的${postTitles[term.post]}职务到 ${to} 为止`;
    await addNotice(context, person.memberId, text);
    return { version: await setPostEnd(trx, actor.tenantId, term, to) };
  },
  auditSubject: ({ postId }) => ({ kind: 'post', id: postId }),
});
