import { lawKey } from '../../../src/domain/study/law/lawChange';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { bureauReviewHat } from '../../policies/study';
import { listPlaces } from '../../roster/placeRepository';
import { lawParts } from './lawParts';
import { countWaiting, findChangesOf, insertLawChange, lockLaw } from './lawRepository';

/**
 * Marks a law as amended or repealed, and has everything that rests on an older version listed for checking. Title and
 * day are the key: marking the same again changes nothing, marking again what was taken back does. Refused: `bad_input` (a title of nothing but brackets, a
 * day to come), `conflict` (marked as the other kind for that day).
 */
export const markLaw = memberUseCase('study.markLaw')({
  policy: whoeverMay('study.review'),
  subject: ({ trx, actor }) => listPlaces(trx, actor.tenantId),
  subjectPolicy: (actor, places) => bureauReviewHat(actor, places),
  refusal: 'not_allowed',
  run: async (context, { title, kind, since, note }) => {
    const { trx, actor, now, newId } = context;
    const key = lawKey(title);
    if (key === '') throw new AppError('bad_input', 'title');
    if (since > actor.today) throw new AppError('bad_input', 'since');
    await lockLaw(trx, actor.tenantId, key);
    const marked = { title, key, kind, since, note, markedBy: actor.memberId, markedAt: now };
    const id = await insertLawChange(trx, actor.tenantId, { id: newId(), ...marked });
    const changes = await findChangesOf(trx, actor.tenantId, key);
    if (id === null) {
      const there = changes.find((change) => change.since === since);
      if (there?.kind !== kind) throw new AppError('conflict');
      return { changeId: there.id, waiting: await countWaiting(trx, actor.tenantId, there.id) };
    }
    // What is older than this one but waits for a newer change already goes on waiting for that.
    if (changes[0]?.id !== id) return { changeId: id, waiting: 0 };
    let waiting = 0;
    for (const part of lawParts) waiting += await part.propose(context, { id, key, since, title });
    return { changeId: id, waiting };
  },
  auditSubject: (_input, { changeId }) => ({ kind: 'law', id: changeId }),
});
