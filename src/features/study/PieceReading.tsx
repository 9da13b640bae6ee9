import type { ReactNode } from 'react';
import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Skeleton } from '../../ui/Skeleton';
import { AfterReading } from './AfterReading';
import { CopyNote } from './CopyNote';
import { OwnMarks } from './OwnMarks';
import { PieceText } from './PieceText';
import { SelfCheck } from './SelfCheck';
import { SeriesPlace } from './SeriesPlace';
import type { PieceState } from './usePiece';
import { stampWords } from './useStamp';

export interface PieceReadingProps {
  state: PieceState;
  /** The way to report a fault in a piece. */
  fault: (pieceId: string) => ReactNode;
}

/** One piece by itself: the same page to read as on 晨学. */
export function PieceReading({ state, fault }: PieceReadingProps) {
  const { piece, error, savedAt, reload, stamp, own } = state;
  if (!piece) {
    if (!error) return <Skeleton lines={10} />;
    return (
      <ErrorState
        sentence={error.message}
        requestId={error.requestId}
        onRetry={error.retryable ? reload : undefined}
      >
        <Button kind="quiet" onPress={() => goTo('today')}>
          看今天的一篇
        </Button>
      </ErrorState>
    );
  }
  return (
    <>
      <CopyNote error={error} savedAt={savedAt} />
      <PieceText piece={piece} />
      <AfterReading stamp={stamp} words={stampWords(piece)} />
      <SeriesPlace piece={piece} isStamped={stamp.isStamped} />
      <SelfCheck key={piece.id} piece={piece} />
      <OwnMarks key={`own ${piece.id}`} piece={piece} own={own} />
      {fault(piece.id)}
    </>
  );
}
