import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';
import type { Meeting } from './meeting';

/** Which meeting, when, where, of whom. */
export function MeetingHead({ meeting }: { meeting: Meeting }) {
  return (
    <Card title={meeting.title}>
      <Words tone="quiet">
        {sayMoment(meeting.plannedAt, today())} · {meeting.place} · {meeting.organisationName}
      </Words>
    </Card>
  );
}

/** What is on the agenda, each item with its minutes. */
export function Agenda({ agenda }: Pick<Meeting, 'agenda'>) {
  if (agenda.length === 0) return null;
  return (
    <Card title="会议内容">
      <List label="会议内容">
        {agenda.map(({ title, minutes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the agenda
          <ListRow key={index} title={title} aside={`${minutes} 分钟`} />
        ))}
      </List>
    </Card>
  );
}
