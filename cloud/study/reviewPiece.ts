import { isPublished, whyNotOn } from '../../src/domain/study/publishing';
import { AppError } from '../appError';
import { loadEdits } from '../calendar/loadEdits';
import { type Context, memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { isSecondPerson, reviewHat, scheduleHat } from '../policies/study';
import { addNotice } from '../reminder/addNotice';
import { findPiece, isDayTaken, type KeptPiece } from './deskRepository';
import { requireFitText } from './judgeText';
import { findChangeToCheck } from './law/findChangeToCheck';
import { requirePublishDay, requireStep, settlePiece } from './settlePiece';

/**
 * The second person approves a piece that was handed in, with a day for it when the reviewer may also lay pieces on
 * days, or returns it with a note. Whoever wrote a word of it is refused (`second_person_needed`). The author is told.
 */
export const reviewPiece = memberUseCase('study.review')({
  policy: whoeverMay('study.review'),
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => reviewHat(actor, piece),
  run: async (context, { version, decision, note, publishOn }, piece) => {
    if (!isSecondPerson(context.actor, piece)) throw new AppError('second_person_needed');
    requireStep(piece, version, ['submitted']);
    return decision === 'approve'
      ? approve(context, piece, note, publishOn)
      : giveBack(context, piece, note, publishOn);
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});

async function approve(context: Context, piece: KeptPiece, note: string, publishOn: string | undefined) {
  await requireFitText(context, piece.id);
  if (publishOn !== undefined) {
    if (!scheduleHat(context.actor, piece)) throw new AppError('not_allowed');
    await requirePublishDay(context, publishOn);
  }
  const approved = await settlePiece(context, piece, {
    state: 'approved',
    review: { reviewerId: context.actor.memberId, reviewedAt: context.now },
    note: note || null,
    publishOn: publishOn ?? (await dayInMind(context, piece)),
    lawChangeId: await findChangeToCheck(context, piece.source),
  });
  await addNotice(context, piece.authorId, `《${piece.title}》审核通过了${note ? `：${note}` : ''}`, {
    screen: 'deskPieces',
  });
  return approved;
}

/** The day that a piece had before it was taken back, when it was out already or could still be laid there. */
async function dayInMind({ trx, actor, now }: Context, piece: KeptPiece): Promise<string | null> {
  const { publishOn, publishAt } = piece;
  if (publishOn === null || (await isDayTaken(trx, actor.tenantId, piece.organisationId, publishOn)))
    return null;
  if (isPublished(publishAt, now)) return publishOn;
  const edits = await loadEdits(trx, actor.tenantId, Number(publishOn.slice(0, 4)));
  return whyNotOn(publishOn, now, edits) === null ? publishOn : null;
}

async function giveBack(context: Context, piece: KeptPiece, note: string, publishOn: string | undefined) {
  if (note === '') throw new AppError('bad_input', 'note');
  if (publishOn !== undefined) throw new AppError('bad_input', 'publishOn');
  const returned = await settlePiece(context, piece, {
    state: 'returned',
    review: { reviewerId: context.actor.memberId, reviewedAt: context.now },
    note,
  });
  await addNotice(context, piece.authorId, `《${piece.title}》退回修改：${note}`, {
    screen: 'deskPieceEdit',
    query: { pieceId: piece.id },
  });
  return returned;
}
