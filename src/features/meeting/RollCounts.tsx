import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import type { Roll } from './meeting';

/** Roll and voting base: two numbers kept apart (domain.md 4.3). */
export function RollCounts({ roll }: { roll: Roll }) {
  const { dueCount, presentCount, presentBesidesCount, votingDueCount, votingPresentCount } = roll;
  const besides = presentBesidesCount > 0 ? `另有 ${presentBesidesCount} 位不计应到的同志到会` : undefined;
  return (
    <Card title="人数">
      <List label="人数">
        <ListRow title="到会" detail={besides} aside={`应到 ${dueCount}，实到 ${presentCount}`} />
        <ListRow
          title="有表决权的"
          detail="表决时用这一行，和到会分开计"
          aside={`应到 ${votingDueCount}，实到 ${votingPresentCount}`}
        />
      </List>
    </Card>
  );
}
