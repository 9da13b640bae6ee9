import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { SegmentedTabs } from '../../ui/SegmentedTabs';
import type { Card as ScoreCardData } from './scoreWords';

export interface PeriodsProps {
  periods: ScoreCardData['periods'];
  currentId: string;
  onChange: (periodId: string) => void;
}

/** Two fit beside each other on a phone; more are a list. */
const besideOneAnother = 2;

/** The own periods, newest first, each with the own total. */
export function Periods({ periods, currentId, onChange }: PeriodsProps) {
  if (periods.length < 2) return null;
  if (periods.length <= besideOneAnother) {
    const tabs = periods.map((period) => ({
      key: period.id,
      words: `${period.name} ${sayOwn(period.total)}`,
    }));
    return <SegmentedTabs label="哪一期" tabs={tabs} current={currentId} onChange={onChange} />;
  }
  return (
    <Card title="哪一期">
      <List label="哪一期">
        {periods.map(({ id, name, total }) => (
          <ListRow
            key={id}
            title={name}
            detail={sayOwn(total)}
            aside={id === currentId ? <Chip words="正在看" /> : undefined}
            isSelected={id === currentId}
            onPress={() => onChange(id)}
          />
        ))}
      </List>
    </Card>
  );
}

/** Figure and unit stay together where the line breaks. */
function sayOwn(total: number | null): string {
  return total === null ? '还没有分' : `${total}\u00a0分`;
}
