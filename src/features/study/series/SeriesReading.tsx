import { sayNearDay } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { Words } from '../../../ui/Words';
import { sayLength } from '../piece';

/** A series for its readers: the pieces that are out, in their order, and how many there will be. */
export function SeriesReading({ seriesId }: { seriesId: string }) {
  const series = useCloud('study.series', { seriesId }, { cacheKey: `study.series/${seriesId}` });
  return (
    <Loaded from={series} lines={8}>
      {({ title, pieceCount, pieces, finished }) => (
        <>
          <Card title={title} aside={`共 ${pieceCount} 篇`}>
            {finished && <Words tone="good">这个系列您都学完了。这一句只给您自己看</Words>}
            {pieces.length < pieceCount && <Words tone="quiet">已发 {pieces.length} 篇，其余按日子发</Words>}
            <List label={title}>
              {pieces.map((piece) => (
                <ListRow
                  key={piece.id}
                  title={`${piece.position}. ${piece.title}`}
                  detail={[
                    piece.publishOn && sayNearDay(piece.publishOn, today()),
                    sayLength(piece),
                    piece.beingChecked && '正在核对',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  aside={piece.stamped ? '已学' : undefined}
                  onPress={() => goTo('piece', { pieceId: piece.id })}
                />
              ))}
            </List>
          </Card>
        </>
      )}
    </Loaded>
  );
}
