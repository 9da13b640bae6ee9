import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';

/** What may be read before anybody is known, and the unit that answers for all this. */
export function EntryLinks({ hostUnit }: { hostUnit: string | undefined }) {
  return (
    <>
      <Card>
        <List label="先看看">
          <ListRow title="字大一些" onPress={() => goTo('textSize')} />
          <ListRow title="隐私" onPress={() => goTo('privacy')} />
          <ListRow title="我们怎样守规矩" onPress={() => goTo('compliance')} />
          <ListRow title="为什么没有排名" onPress={() => goTo('whyNoRanking')} />
        </List>
      </Card>
      {hostUnit && <Words tone="small">主办单位：{hostUnit}</Words>}
    </>
  );
}
