import { mediaOf, type PieceBlock } from '../../src/domain/study/blocks';
import { giveMediaTicket } from '../file/giveTicket';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { maySeeOnDesk } from '../policies/study';
import { findPiece, type KeptPiece } from './deskRepository';
import { readerOf } from './reader';
import { findPublished } from './readingRepository';

/** A piece whose pictures are asked for: published for the actor, or on a desk, which is judged. */
interface Shown {
  blocks: readonly PieceBlock[];
  onDesk: KeptPiece | null;
}

/**
 * Tickets for the pictures and recordings of a piece: for its readers once it is published, before that and after its
 * withdrawal for those who see it on the desk. What one may not read is `not_found`.
 */
export const readMedia = memberUseCase('study.media')({
  policy: anyMember,
  subject: async ({ trx, actor, now }, { pieceId }): Promise<Shown | null> => {
    const published = await findPublished(trx, readerOf(actor, now), pieceId);
    if (published) return { blocks: published.blocks, onDesk: null };
    const piece = await findPiece(trx, actor.tenantId, pieceId);
    return piece && { blocks: piece.blocks, onDesk: piece };
  },
  subjectPolicy: (actor, { onDesk }) => onDesk === null || maySeeOnDesk(actor, onDesk),
  run: async (context, _input, { blocks }) => ({
    files: mediaOf(blocks).map(({ fileId }) => ({ fileId, ticket: giveMediaTicket(context, fileId) })),
  }),
});
