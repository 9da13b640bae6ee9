import { goTo } from '../../platform/routes';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

/** The desk's entry to meetings, with what waits to be signed. Works without the numbers, too. */
export function MeetingDeskCard({ mayPlan }: { mayPlan: boolean }) {
  const { data } = useCloud('meeting.mine', {});
  const kept = [...(data?.upcoming ?? []), ...(data?.past ?? [])].filter(({ mayHost }) => mayHost);
  const open = kept.filter(({ state }) => state === 'open').length;
  const unsigned = kept.filter(({ state }) => state === 'closed').length;
  const figures = [open > 0 && `${open} 次正在签到`, unsigned > 0 && `${unsigned} 次等签定`].filter(Boolean);
  return (
    <Card title="会议">
      <List label="会议">
        <ListRow
          title="点名和记录"
          detail="打开签到、代点、签定记录"
          aside={figures.length > 0 ? figures.join('，') : undefined}
          onPress={() => goTo('deskMeetings')}
        />
        {mayPlan && <ListRow title="安排一次会议" onPress={() => goTo('meetingPlan')} />}
      </List>
    </Card>
  );
}
