import { isNamedPost, isPostOf, isSinglePost } from '../../src/domain/roster/appointing';
import { postTitles } from '../../src/domain/roster/posts';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { appointingActs, mayAppointTo } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { appoint } from './enrol';
import { findPlacedOrganisation } from './organisationRepository';
import { findPerson, updatePerson } from './personRepository';
import { isHeld } from './postRepository';

/** Gives somebody a post with a term: by whom the post is given, never oneself (domain/roster/appointing.ts). */
export const appointMember = memberUseCase('roster.appoint')({
  policy: maySomewhereAny(appointingActs),
  subject: async ({ trx, actor }, { memberId, organisationId }) => {
    const person = await findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true });
    // Locked, so that two secretaries are not appointed side by side.
    const at = await findPlacedOrganisation(trx, actor.tenantId, organisationId, { lock: true });
    return person && at && { person, at };
  },
  subjectPolicy: (actor, { person, at }, { post }) => {
    if (person.memberId === actor.memberId) throw new AppError('own_appointment');
    return mayAppointTo(actor, post, at, person);
  },
  run: async (context, { post, from, to, named }, { person, at }) => {
    const { trx, actor, newId } = context;
    const { tenantId } = actor;
    const { organisationId } = at;
    const { memberId } = person;
    if (!isPostOf(post, at.level)) throw new AppError('post_not_here');
    if (person.status !== 'active' && person.status !== 'suspended') throw new AppError('wrong_state');
    if (to !== null && to < from) throw new AppError('day_too_early');
    if (isNamedPost(post) !== named.length > 0) throw new AppError('bad_input', 'named');
    for (const id of named) {
      const target = await findPlacedOrganisation(trx, tenantId, id);
      if (!target?.organisationPath.startsWith(at.organisationPath)) throw new AppError('not_found');
    }
    const held = { post, organisationId, memberId: isSinglePost(post) ? null : memberId, from, to };
    if (await isHeld(trx, tenantId, held)) throw new AppError('post_held');
    const postId = newId();
    await appoint(trx, tenantId, {
      id: postId,
      memberId,
      organisationId,
      post,
      from,
      ...(to === null ? {} : { to }),
      named: [...new Set(named)],
    });
    await updatePerson(trx, tenantId, person, {});
    await addNotice(context, memberId, `从 ${from} 起，您担任${at.name}的${postTitles[post]}`);
    return { postId };
  },
  auditSubject: (_input, { postId }) => ({ kind: 'post', id: postId }),
});
