import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { keptPiece, pieceKey } from './keptPieces';
import { useOwnMarks } from './useOwnMarks';
import { useStamp } from './useStamp';

/** One piece by its id with the reader's stamp; without network from what this device has kept. */
export function usePiece(pieceId: string) {
  const me = useMe();
  const answer = useCloud('study.piece', { pieceId }, { cacheKey: pieceKey(pieceId), skip: !me });
  const { data, error, reload, replace } = answer;
  // A refusal (withdrawn meanwhile) also ends what other screens have kept of it.
  const isRefused = error !== undefined && !error.retryable;
  const kept = me && !data && !isRefused ? keptPiece(pieceId) : undefined;
  const piece = data?.piece ?? kept?.data;
  const stamp = useStamp(piece, {
    reload,
    onDone: (stamped) => {
      if (piece) replace({ piece: { ...piece, stamped } });
    },
  });
  const own = useOwnMarks(piece, {
    reload,
    onDone: (change) => {
      if (piece) replace({ piece: { ...piece, ...change } });
    },
  });
  return { error, reload, piece, savedAt: data ? answer.savedAt : kept?.savedAt, stamp, own };
}

export type PieceState = ReturnType<typeof usePiece>;
