import { goTo } from '../../../platform/routes';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';

/** The desk's entry to the supply rota for those who have no other business with the pieces (a group's leader). */
export function SupplyDeskCard() {
  return (
    <Card title="轮值供稿">
      <List label="轮值供稿">
        <ListRow title="看轮到哪一周" detail="写一篇，或和别处换" onPress={() => goTo('deskSupply')} />
      </List>
    </Card>
  );
}
