import { useState } from 'react';
import { goTo } from '../../../platform/routes';
import { useCloud } from '../../../platform/useCloud';
import { useIsWide } from '../../../platform/useIsWide';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Stack } from '../../../ui/Words';
import { DeskSeries } from '../series/DeskSeries';
import { DeskPieces } from './DeskPieces';
import type { Desk, DeskPiece } from './deskPiece';
import { PieceDetail } from './PieceDetail';
import { PublishingPlan } from './PublishingPlan';
import './PieceDesk.scss';

/** 晨学稿件: the pieces in hand by state and the plan of the coming working days; on a PC the chosen piece beside them. */
export function PieceDesk() {
  const desk = useCloud('study.desk', {});
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<string>();
  const open = (pieceId: string) => {
    if (isWide) setChosen(pieceId);
    else goTo('deskPieceReview', { pieceId });
  };
  return (
    <Loaded from={desk} lines={8}>
      {(data) => (
        <Block className="study-desk">
          <Block className="study-desk-column">
            {data.writeFor.length > 0 && (
              <Stack>
                <Button onPress={() => goTo('deskPieceEdit')}>写一篇</Button>
                <Button kind="secondary" onPress={() => goTo('deskSeriesNew')}>
                  长文切成系列
                </Button>
              </Stack>
            )}
            <Stack isRow>
              {data.writeFor.length > 0 && (
                <>
                  <Button kind="quiet" onPress={() => goTo('deskStarter')}>
                    取用起步内容
                  </Button>
                  <Button kind="quiet" onPress={() => goTo('deskPacks')}>
                    收发内容包
                  </Button>
                </>
              )}
              <Button kind="quiet" onPress={() => goTo('deskSupply')}>
                轮值供稿
              </Button>
              <Button kind="quiet" onPress={() => goTo('deskWeek')}>
                一周大字版
              </Button>
              {data.mayReview && (
                <Button kind="quiet" onPress={() => goTo('deskLaws')}>
                  依据有变化的稿件
                </Button>
              )}
            </Stack>
            <DeskSeries series={data.series ?? []} />
            <DeskPieces desk={data} chosen={isWide ? chosen : undefined} onOpen={open} onLaid={desk.reload} />
            {isWide && chosen && <PublishingPlan desk={data} onOpen={open} />}
          </Block>
          <Block className="study-desk-column">
            {isWide && chosen ? (
              <PieceDetail
                key={chosen}
                pieceId={chosen}
                onChanged={desk.reload}
                onReviewed={() => setChosen(nextToReview(data, chosen) ?? chosen)}
              />
            ) : (
              <>
                {isWide && data.pieces.length > 0 && <EmptyState sentence="点左边的一篇，在这里看" />}
                <PublishingPlan desk={data} onOpen={open} />
              </>
            )}
          </Block>
        </Block>
      )}
    </Loaded>
  );
}

/** What waits for this reviewer after `pieceId`, in the list's order; else the first of them. */
function nextToReview({ pieces, mayReview }: Desk, pieceId: string): string | undefined {
  if (!mayReview) return undefined;
  const isWaiting = ({ id, state, mine }: DeskPiece) => state === 'submitted' && !mine && id !== pieceId;
  const after = pieces.slice(pieces.findIndex(({ id }) => id === pieceId) + 1);
  return (after.find(isWaiting) ?? pieces.find(isWaiting))?.id;
}
