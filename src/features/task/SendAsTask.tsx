import { goTo } from '../../platform/routes';
import { may, useMe } from '../../platform/session';
import { List, ListRow } from '../../ui/ListRow';

/** What is sent: a piece or a whole series. */
export type SendAsTaskProps = { pieceId: string } | { seriesId: string };

/** 转成学习任务: one tap from a piece or a series, for whoever may ask others to study it. */
export function SendAsTask(what: SendAsTaskProps) {
  const me = useMe();
  if (!may(me, 'task.publish')) return null;
  return (
    <List label="布置">
      <ListRow
        title="转成学习任务"
        detail={'pieceId' in what ? '请支部的同志都学这一篇' : '请支部的同志都学这个系列'}
        onPress={() => goTo('deskTaskPublish', what)}
      />
    </List>
  );
}
