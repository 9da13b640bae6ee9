import type { Context } from '../operation';
import { findFiles, type Measured } from './fileRepository';

/** A finished picture or recording, with what was measured of it. */
export interface MeasuredMedia extends Measured {
  purpose: 'piecePicture' | 'pieceAudio';
  /** The actor has uploaded it. */
  isOwn: boolean;
}

/** The finished pictures and recordings among `fileIds`, by id; whatever else is asked for is absent. */
export async function measuredMedia(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  fileIds: readonly string[],
): Promise<Map<string, MeasuredMedia>> {
  if (fileIds.length === 0) return new Map();
  const files = await findFiles(trx, actor.tenantId, fileIds);
  return new Map(
    files.flatMap(({ id, purpose, isReady, ownerId, seconds, width, height }) =>
      isReady && (purpose === 'piecePicture' || purpose === 'pieceAudio')
        ? [[id, { purpose, isOwn: ownerId === actor.memberId, seconds, width, height }] as const]
        : [],
    ),
  );
}
