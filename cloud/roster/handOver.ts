import { addDays } from '../../src/domain/calendar/shanghai';
import { actsOfPost } from '../../src/domain/roster/acts';
import { postTitles } from '../../src/domain/roster/posts';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { appointingActs, mayAppointTo } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { appoint } from './enrol';
import { handOverParts } from './handOverParts';
import { findPlacedOrganisation } from './organisationRepository';
import { findPerson, updatePerson } from './personRepository';
import { findPost, isHeld, setPostEnd } from './postRepository';
import { requireVersion } from './requireVersion';

/** 交接: one term ends the day before, the successor's begins; the organisations acted for go along. */
export const handOver = memberUseCase('roster.handOver')({
  policy: maySomewhereAny(appointingActs),
  subject: async ({ trx, actor }, { postId, toMemberId }) => {
    const term = await findPost(trx, actor.tenantId, postId, { lock: true });
    if (!term) return null;
    await findPlacedOrganisation(trx, actor.tenantId, term.at.organisationId, { lock: true });
    const from = await findPerson(trx, actor.tenantId, term.memberId, actor.today, { lock: true });
    const to = await findPerson(trx, actor.tenantId, toMemberId, actor.today, { lock: true });
    return from && to && { term, from, to };
  },
  subjectPolicy: (actor, { term, from, to }) => {
    if (to.memberId === actor.memberId || from.memberId === actor.memberId)
      throw new AppError('own_appointment');
    return mayAppointTo(actor, term.post, term.at, from) && mayAppointTo(actor, term.post, term.at, to);
  },
  run: async (context, { version, on, to: last }, { term, from, to }) => {
    const { trx, actor, newId } = context;
    const { tenantId } = actor;
    const { organisationId } = term.at;
    requireVersion(term, version);
    if (from.memberId === to.memberId) throw new AppError('post_held');
    if (to.status !== 'active' && to.status !== 'suspended') throw new AppError('wrong_state');
    if (on <= term.from || (last !== null && last < on)) throw new AppError('day_too_early');
    if (term.to !== null && term.to < on && term.to < actor.today) throw new AppError('wrong_state');
    await setPostEnd(trx, tenantId, term, term.to !== null && term.to < on ? term.to : addDays(on, -1));
    const held = { post: term.post, organisationId, memberId: to.memberId, from: on, to: last };
    if (await isHeld(trx, tenantId, held)) throw new AppError('post_held');
    const postId = newId();
    await appoint(trx, tenantId, {
      id: postId,
      memberId: to.memberId,
      organisationId,
      post: term.post,
      from: on,
      ...(last === null ? {} : { to: last }),
      named: term.named.map((one) => one.id),
    });
    for (const part of handOverParts) {
      if (actsOfPost[term.post][part.act] === undefined) continue;
      await part.move?.(trx, tenantId, {
        organisationId,
        fromMemberId: from.memberId,
        toMemberId: to.memberId,
        on,
      });
    }
    await updatePerson(trx, tenantId, from, {});
    await updatePerson(trx, tenantId, to, {});
    const what = `${term.organisationName}的${postTitles[term.post]}`;
    await addNotice(context, from.memberId, `${what}从 ${on} 起交给${to.name}`);
    await addNotice(context, to.memberId, `${what}从 ${on} 起交给您，没有办完的事由您接着办`);
    return { postId };
  },
  auditSubject: (_input, { postId }) => ({ kind: 'post', id: postId }),
});
