import { useEffect } from 'react';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { keepRecent, todayKey } from './keptPieces';
import { useOwnMarks } from './useOwnMarks';
import { useStamp } from './useStamp';

/** Today's page: the piece, the reader's stamp on it, and what is kept for a morning without network. */
export function useToday() {
  const me = useMe();
  const morning = useCloud('study.today', {}, { cacheKey: todayKey, skip: !me });
  const { data, savedAt, reload, replace } = morning;
  const piece = data?.piece ?? undefined;
  const stamp = useStamp(piece, {
    reload,
    onDone: (stamped, stampedThisMonth) => {
      if (data && piece) replace({ ...data, stampedThisMonth, piece: { ...piece, stamped } });
    },
  });
  const own = useOwnMarks(piece, {
    reload,
    onDone: (change) => {
      if (data && piece) replace({ ...data, piece: { ...piece, ...change } });
    },
  });

  const isFresh = data !== undefined && savedAt === undefined;
  const pieceOfToday = data?.again ? undefined : piece?.id;
  useEffect(() => {
    if (isFresh) void keepRecent(pieceOfToday);
  }, [isFresh, pieceOfToday]);

  return { ...morning, piece, stamp, own };
}

export type Today = ReturnType<typeof useToday>;
