import type { ParsedInput } from '../../src/contract/operations';
import type { PieceBlock } from '../../src/domain/study/blocks';
import { isSoundCheck } from '../../src/domain/study/selfCheck';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { hatFor } from '../policies/membership';
import { mayWrite } from '../policies/study';
import { answersFor, maySupply } from '../policies/supply';
import { findPlace, type RosterPlace } from '../roster/placeRepository';
import { findPiece, type KeptPiece } from './deskRepository';
import { measureBlocks } from './measureBlocks';
import { requireStep, settlePiece } from './settlePiece';
import { insertPiece } from './studyRepository';
import { attachPiece, lockTurns, type SupplyTurn } from './supply/supplyRepository';
import { lastDayOf, supplierOf } from './supply/supplySubject';

type Draft = ParsedInput<'study.saveDraft'>;
type Target = { piece: KeptPiece } | { place: RosterPlace; turn: SupplyTurn | null };

/**
 * Writes a new draft for an organisation, or writes on a draft or a piece that was returned. Whoever answers for a
 * supplier writes for its week into the publisher's pieces (轮值供稿; `wrong_state` once the week is over). What was handed in or
 * approved is not edited. Pictures and recordings are the writer's own or the piece's already (measureBlocks).
 * `bad_input`: a self-check question that cannot be answered as it stands, a piece without the
 * version that was seen, or one moved to another organisation.
 */
export const saveDraft = memberUseCase('study.saveDraft')({
  policy: maySupply,
  subject: async ({ trx, actor }, { pieceId, organisationId, supplyTurnId }): Promise<Target | null> => {
    if (pieceId) {
      const piece = await findPiece(trx, actor.tenantId, pieceId);
      return piece && { piece };
    }
    const place = await findPlace(trx, actor.tenantId, organisationId);
    const [turn = null] = supplyTurnId ? await lockTurns(trx, actor.tenantId, [supplyTurnId]) : [];
    if (supplyTurnId && turn?.publisherId !== organisationId) return null;
    return place ? { place, turn } : null;
  },
  subjectPolicy: (actor, target) =>
    'piece' in target
      ? mayWrite(actor, target.piece)
      : (hatFor(actor, 'study.write', target.place) ??
        (target.turn && answersFor(actor, supplierOf(target.turn)))),
  run: async (context, draft, target) => {
    if (!draft.checks.every(isSoundCheck)) throw new AppError('bad_input', 'checks');
    return 'piece' in target ? editDraft(context, draft, target.piece) : addDraft(context, draft, target);
  },
  auditSubject: (_input, { pieceId }) => ({ kind: 'piece', id: pieceId }),
});

async function addDraft(
  context: Context,
  draft: Draft,
  { place, turn }: { place: RosterPlace; turn: SupplyTurn | null },
) {
  const { trx, actor, now, newId, demo } = context;
  if (draft.version !== undefined) throw new AppError('bad_input', 'version');
  if (turn && lastDayOf(turn) < actor.today) throw new AppError('wrong_state');
  const pieceId = newId();
  await insertPiece(trx, actor.tenantId, {
    ...(await contentOf(context, draft)),
    id: pieceId,
    organisationId: place.organisationId,
    authorId: actor.memberId,
    demo,
    updatedAt: now,
  });
  if (turn) await attachPiece(trx, actor.tenantId, turn.id, pieceId);
  return { pieceId, version: 1, state: 'draft' as const };
}

async function editDraft(context: Context, draft: Draft, piece: KeptPiece) {
  if (draft.version === undefined) throw new AppError('bad_input', 'version');
  if (draft.supplyTurnId !== undefined) throw new AppError('bad_input', 'supplyTurnId');
  if (draft.organisationId !== piece.organisationId) throw new AppError('bad_input', 'organisationId');
  requireStep(piece, draft.version, ['draft', 'returned']);
  return settlePiece(context, piece, {
    content: await contentOf(context, draft, piece.blocks),
    editorId: context.actor.memberId,
  });
}

async function contentOf(context: Context, draft: Draft, before: readonly PieceBlock[] = []) {
  const { kind, title, topic, source, checks } = draft;
  return { kind, title, topic, blocks: await measureBlocks(context, draft.blocks, before), source, checks };
}
