import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

/** The desk's entry to the table of holidays. */
export function CalendarDeskCard() {
  return (
    <Card title="单位">
      <List label="单位">
        <ListRow title="节假日表" detail="哪天放假、哪天调休上班" onPress={() => goTo('deskCalendar')} />
      </List>
    </Card>
  );
}
