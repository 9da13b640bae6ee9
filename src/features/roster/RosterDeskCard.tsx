import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

/** The desk's entry to the roster. */
export function RosterDeskCard() {
  return (
    <Card title="党员">
      <List label="党员">
        <ListRow title="名册和激活卡" detail="看名册，发激活卡" onPress={() => goTo('deskMembers')} />
      </List>
    </Card>
  );
}
