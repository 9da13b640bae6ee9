import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Stack, Words } from '../../ui/Words';
import type { Piece } from './piece';

/** Where a piece stands in its series, the ways to its neighbours, and, once all is stamped, a word for it. */
export function SeriesPlace({ piece, isStamped }: { piece: Piece; isStamped: boolean }) {
  const { series } = piece;
  if (!series) return null;
  const { id: seriesId, title, position, pieceCount, previousId, nextId } = series;
  const open = (pieceId: string) => goTo('piece', { pieceId });
  return (
    <Card title={title} aside={`第 ${position} 篇，共 ${pieceCount} 篇`}>
      {series.finished && isStamped && <Words tone="good">这个系列您都学完了。这一句只给您自己看</Words>}
      <Stack isRow>
        {previousId && (
          <Button kind="quiet" onPress={() => open(previousId)}>
            上一篇
          </Button>
        )}
        {nextId && (
          <Button kind="quiet" onPress={() => open(nextId)}>
            下一篇
          </Button>
        )}
        <Button kind="quiet" onPress={() => goTo('series', { seriesId })}>
          看全部
        </Button>
      </Stack>
    </Card>
  );
}
