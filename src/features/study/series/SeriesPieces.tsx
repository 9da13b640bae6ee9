import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { readingMinutes } from '../../../domain/study/textLength';
import { goTo } from '../../../platform/routes';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Heading, Stack, Words } from '../../../ui/Words';
import { stateWords } from '../desk/deskPiece';
import type { DraftPiece, SeriesDraft } from './deskSeries';
import { type BorderChange, EditBorders } from './EditBorders';

export interface SeriesPiecesProps {
  series: SeriesDraft;
  isBusy: boolean;
  onChange: (change: BorderChange) => void;
}

/** The pieces of a page, each with its text on request, and its borders to be changed while it is a draft. */
export function SeriesPieces({ series, isBusy, onChange }: SeriesPiecesProps) {
  const [open, setOpen] = useState<number>();
  const toOpen = series.mayWrite ? '看文字，改边界' : '看文字';
  return (
    <>
      {series.pieces.map((piece) => (
        <Card
          key={piece.position}
          title={`${piece.position}. ${piece.title}`}
          aside={piece.state && piece.state !== 'approved' ? stateWords[piece.state] : undefined}
        >
          <Words tone="quiet">{sayPiece(piece)}</Words>
          {open === piece.position ? (
            <>
              <PieceParts piece={piece} />
              {series.mayWrite && (
                <EditBorders
                  key={`${series.version} ${piece.title}`}
                  piece={piece}
                  isFirst={piece.position === 1}
                  isLast={piece.position === series.pieceCount}
                  isBusy={isBusy}
                  onChange={onChange}
                />
              )}
              <Button kind="quiet" onPress={() => setOpen(undefined)}>
                收起
              </Button>
            </>
          ) : (
            <Stack isRow>
              <Button
                kind="quiet"
                label={`${toOpen}，第 ${piece.position} 篇`}
                onPress={() => setOpen(piece.position)}
              >
                {toOpen}
              </Button>
              {piece.pieceId && <OpenPiece pieceId={piece.pieceId} position={piece.position} />}
            </Stack>
          )}
        </Card>
      ))}
    </>
  );
}

function OpenPiece({ pieceId, position }: { pieceId: string; position: number }) {
  return (
    <Button
      kind="quiet"
      label={`打开这一篇，第 ${position} 篇`}
      onPress={() => goTo('deskPieceReview', { pieceId })}
    >
      打开这一篇
    </Button>
  );
}

function PieceParts({ piece }: { piece: DraftPiece }) {
  return (
    <Block>
      {piece.parts.map((part) =>
        part.type === 'heading' ? (
          <Heading key={`${part.at} ${part.text}`} level={3}>
            {part.text}
          </Heading>
        ) : (
          <Words key={`${part.at} ${part.text}`}>{part.text}</Words>
        ),
      )}
    </Block>
  );
}

function sayPiece({ length, day, isContinued }: DraftPiece): string {
  return [
    `约 ${readingMinutes(length)} 分钟 · ${length} 字`,
    day && sayDayAndWeekday(day),
    isContinued && '接着上一篇的那一条',
  ]
    .filter(Boolean)
    .join(' · ');
}
