import { AppError } from '../appError';
import { demoPieces } from '../database/demo/content/content';
import { contentOf } from '../database/demo/demoContent';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { findPlaces, findTitles, lockPlace } from './deskRepository';
import { findReviewers } from './findReviewers';
import { changePiece, insertPiece } from './studyRepository';

/**
 * Takes pieces of the starter content over, as if the actor had written and handed them in: nobody reads one before
 * the bureau's second person has reviewed it. What is there already is left out, also when two people take at once.
 * Refused: `bad_input` (a key that is none).
 */
export const takeStarter = memberUseCase('study.takeStarter')({
  policy: whoeverMay('study.write'),
  subject: async ({ trx, actor }, { organisationId }) => {
    const [place] = await findPlaces(trx, actor.tenantId, organisationId);
    return place ?? null;
  },
  subjectPolicy: (actor, place) => hatFor(actor, 'study.write', place),
  run: async (context, { organisationId, keys }, place) => {
    const { trx, actor, now, newId, demo } = context;
    const chosen = demoPieces.filter((piece) => keys.includes(piece.slug));
    if (chosen.length !== new Set(keys).size) throw new AppError('bad_input', 'keys');
    await lockPlace(trx, actor.tenantId, organisationId);
    const contents = chosen.map(contentOf);
    const there = await findTitles(
      trx,
      actor.tenantId,
      contents.map(({ title }) => title),
    );
    const fresh = contents.filter(({ title }) => !there.has(title));
    for (const content of fresh) {
      const pieceId = newId();
      const authorId = actor.memberId;
      await insertPiece(trx, actor.tenantId, {
        ...content,
        id: pieceId,
        organisationId,
        authorId,
        demo,
        updatedAt: now,
      });
      await changePiece(trx, { tenantId: actor.tenantId, pieceId, version: 1 }, { state: 'submitted' }, now);
    }
    if (fresh.length > 0) {
      const piece = { ...place, authorId: actor.memberId, editorIds: [] };
      for (const reviewerId of await findReviewers(context, piece)) {
        await addNotice(context, reviewerId, `起步内容 ${fresh.length} 篇等您审核，一篇一篇看过才发`, {
          screen: 'deskPieces',
        });
      }
    }
    return { taken: fresh.length, left: contents.length - fresh.length };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
