import { actsOfPost } from '../../src/domain/roster/acts';
import { postTitles } from '../../src/domain/roster/posts';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { appointingActs, mayAppointTo } from '../policies/roster';
import { handOverParts } from './handOverParts';
import { findPerson } from './personRepository';
import { findPost } from './postRepository';

/** What never moves, whatever the post. */
const STAYS = [
  '自己的笔记、收藏和学习记录留在本人名下，接任的同志看不到',
  '写过、审过、签过的记录仍写着当时经手的同志',
  '登录名、口令和微信绑定各归各人，不随职务交接',
];

/** Shows what a 交接 brings before anybody confirms it. */
export const readHandOver = memberUseCase('roster.handOverPreview')({
  policy: maySomewhereAny(appointingActs),
  subject: async ({ trx, actor }, { postId }) => {
    const term = await findPost(trx, actor.tenantId, postId);
    const person = term && (await findPerson(trx, actor.tenantId, term.memberId, actor.today));
    return term && person && { term, person };
  },
  subjectPolicy: (actor, { term, person }) => mayAppointTo(actor, term.post, term.at, person),
  audited: true,
  run: async ({ trx, actor }, _input, { term }) => {
    const parts = handOverParts.filter(({ act }) => actsOfPost[term.post][act] !== undefined);
    const organisationIds = [term.at.organisationId, ...term.named.map((one) => one.id)];
    const moves: { what: string; size: number }[] = [];
    for (const part of parts) {
      let size = 0;
      for (const id of organisationIds) size += await part.size(trx, actor.tenantId, id);
      moves.push({ what: part.what, size });
    }
    return {
      memberName: term.memberName,
      title: postTitles[term.post],
      organisationName: term.organisationName,
      moves,
      stays: STAYS,
    };
  },
  auditSubject: ({ postId }) => ({ kind: 'post', id: postId }),
});
