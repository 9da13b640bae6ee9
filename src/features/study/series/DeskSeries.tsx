import { goTo } from '../../../platform/routes';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { type Desk, stateWords } from '../desk/deskPiece';

/** The series in hand, above the single pieces. */
export function DeskSeries({ series }: { series: NonNullable<Desk['series']> }) {
  if (series.length === 0) return null;
  return (
    <Card title="系列" aside={`${series.length} 个`}>
      <List label="系列">
        {series.map((one) => (
          <ListRow
            key={one.id}
            title={one.title}
            detail={`${one.mine ? '我写的' : one.authorName} · ${one.pieceCount} 篇 · ${one.organisationName}`}
            aside={stateWords[one.state]}
            onPress={() => goTo('deskSeries', { seriesId: one.id })}
          />
        ))}
      </List>
    </Card>
  );
}
