import { isMedia, mediaOf, type PieceBlock } from '../../src/domain/study/blocks';
import { AppError } from '../appError';
import { measuredMedia } from '../file/measuredMedia';
import type { Context } from '../operation';

/**
 * The blocks that somebody wants to save, with sizes and lengths as the cloud has measured them. A picture or a
 * recording may stand in a piece when the writer has uploaded it, or when the piece (`before`) has it already: so
 * nobody shows what lies in another's drafts. Anything else is refused as `file_not_uploaded`.
 */
export async function measureBlocks(
  context: Pick<Context, 'trx' | 'actor'>,
  blocks: readonly PieceBlock[],
  before: readonly PieceBlock[] = [],
): Promise<PieceBlock[]> {
  const known = await measuredMedia(
    context,
    mediaOf(blocks).map(({ fileId }) => fileId),
  );
  const kept = new Set(mediaOf(before).map(({ fileId }) => fileId));
  return blocks.map((block) => {
    if (!isMedia(block)) return block;
    const file = known.get(block.fileId);
    if (!file || !(file.isOwn || kept.has(block.fileId))) throw new AppError('file_not_uploaded');
    if (block.type === 'picture') {
      if (file.width === null || file.height === null) throw new AppError('file_not_uploaded', 'no picture');
      return { ...block, width: file.width, height: file.height };
    }
    if (file.seconds === null) throw new AppError('file_not_uploaded', 'no recording');
    return { ...block, seconds: file.seconds };
  });
}
