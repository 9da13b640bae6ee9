import { goTo } from '../../platform/routes';
import { may, useMe } from '../../platform/session';
import { List, ListRow } from '../../ui/ListRow';

/** 转成学习任务: one tap from a piece, for whoever may ask others to study it. */
export function SendAsTask({ pieceId }: { pieceId: string }) {
  const me = useMe();
  if (!may(me, 'task.publish')) return null;
  return (
    <List label="布置">
      <ListRow
        title="转成学习任务"
        detail="请支部的同志都学这一篇"
        onPress={() => goTo('deskTaskPublish', { pieceId })}
      />
    </List>
  );
}
