import { useState } from 'react';
import { announce } from '../../platform/announce';
import { forgetCopies } from '../../platform/copies';
import { goTo, startAt } from '../../platform/routes';
import { useAction } from '../../platform/useAction';
import { Card } from '../../ui/Card';
import { Confirm } from '../../ui/Dialog';
import { List, ListRow } from '../../ui/ListRow';

/** For somebody in the demo bureau's shoes: other shoes, and a fresh start. */
export function DemoDoors() {
  const [isAsking, setAsking] = useState(false);
  const restart = useAction('identity.restartDemo');
  const begin = async () => {
    if (!(await restart.run({}))) return;
    forgetCopies();
    announce('演示已重新开始');
    await startAt('today');
  };
  return (
    <Card title="演示单位">
      <List label="演示">
        <ListRow title="换一双鞋" detail="换成书记、宣传委员等别的身份" onPress={() => goTo('shoes')} />
        <ListRow title="重新开始演示" detail="新的一次会议，学习记录清空" onPress={() => setAsking(true)} />
      </List>
      {isAsking && (
        <Confirm
          title="重新开始演示？"
          sentence="您的今日已学和答题会清空，支部会有一次新的会议可以签到。只动演示的内容，不能撤回。"
          confirmWords="重新开始"
          isBusy={restart.isBusy}
          error={restart.error?.message}
          onConfirm={() => void begin()}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
