import { goTo, replaceWith } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';

/** The newest pieces to choose from; any other one is sent from its own page. */
export function PickPiece() {
  const me = useMe();
  const recent = useCloud('study.recent', {}, { skip: !me });
  return (
    <Loaded from={recent}>
      {({ pieces }) =>
        pieces.length === 0 ? (
          <EmptyState
            sentence="还没有发布过篇目。排好一篇、发布以后就可以布置"
            action={{ words: '看晨学稿件', onPress: () => goTo('deskPieces') }}
          />
        ) : (
          <Card title="学哪一篇">
            <List label="学哪一篇">
              {pieces.map(({ id, title, readingMinutes }) => (
                <ListRow
                  key={id}
                  title={title}
                  detail={`约 ${readingMinutes} 分钟`}
                  onPress={() => replaceWith('deskTaskPublish', { pieceId: id })}
                />
              ))}
            </List>
            <Words tone="small">别的篇目，打开那一篇，点“转成学习任务”</Words>
          </Card>
        )
      }
    </Loaded>
  );
}
