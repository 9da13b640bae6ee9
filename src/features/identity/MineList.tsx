import { goTo } from '../../platform/routes';
import type { Me } from '../../platform/session';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';

/** Everything else under 我的, one press away. */
export function MineList({ me }: { me: Me }) {
  return (
    <>
      <Card>
        <List label="消息和意见">
          <ListRow
            title="通知"
            aside={
              me.unreadNotices > 0 ? <Chip tone="brand" words={`${me.unreadNotices} 条没看过`} /> : undefined
            }
            onPress={() => goTo('inbox')}
          />
          <ListRow title="投诉建议" detail="可以不署名，答复也在里面看" onPress={() => goTo('feedback')} />
          <ListRow title="报错的答复" onPress={() => goTo('myFaults')} />
          {me.acts.length > 0 && (
            <ListRow title="工作台" detail="稿件、会议、名册这些要办的事" onPress={() => goTo('deskHome')} />
          )}
        </List>
      </Card>
      <Card>
        <List label="设置和说明">
          <ListRow
            title="提醒设置"
            detail="微信里提醒什么，什么时候不打扰"
            onPress={() => goTo('reminders')}
          />
          <ListRow title="字大一些" onPress={() => goTo('textSize')} />
          <ListRow title="在电脑上使用" onPress={() => goTo('computer')} />
          <ListRow title="隐私" onPress={() => goTo('privacy')} />
          <ListRow title="为什么没有排名" onPress={() => goTo('whyNoRanking')} />
          <ListRow title="我们怎样守规矩" onPress={() => goTo('compliance')} />
        </List>
      </Card>
    </>
  );
}
