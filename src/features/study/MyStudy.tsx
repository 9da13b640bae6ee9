import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useSignal } from '../../platform/useSignal';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { stampsHidden } from './stampsHidden';

/** 我的学习: a strip for the reader alone, never counted (product.md, "The rule that shapes it"). */
export function MyStudy() {
  const me = useMe();
  const isHidden = useSignal(stampsHidden);
  const month = today().slice(0, 7);
  const { data, error } = useCloud(
    'study.calendar',
    { month },
    { cacheKey: `study.calendar/${month}`, skip: !me || isHidden },
  );
  const sayMonth = () => {
    if (isHidden) return '已收起';
    if (data) return data.stamped > 0 ? `本月学了 ${data.stamped} 篇` : '本月盖的章会记在这里';
    return error ? error.message : '正在打开';
  };
  return (
    <Card title="我的学习" aside="只给自己看，不计分">
      <List label="我的学习">
        <ListRow title="晨学日历" detail={sayMonth()} onPress={() => goTo('studyCalendar')} />
        <ListRow title="我的收藏" onPress={() => goTo('bookmarks')} />
        <ListRow title="我的笔记" onPress={() => goTo('notes')} />
      </List>
    </Card>
  );
}
