import { goTo } from '../../../platform/routes';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { useFirstDay } from './useFirstDay';

/** The desk's reminder of what has not been set up yet; gone once everything is, and while it is not known. */
export function FirstDayCard() {
  const steps = useFirstDay();
  const done = steps.filter(({ isDone }) => isDone === true).length;
  const left = steps.filter(({ isDone }) => isDone === false);
  if (left.length === 0 || left.length + done < steps.length) return null;
  return (
    <Card title="开头几步" aside={`${steps.length} 步里做好了 ${done} 步`}>
      <List label="开头几步">
        <ListRow
          title={`接下来：${left[0]?.title}`}
          detail={left[0]?.brings}
          onPress={() => goTo('deskFirstDay')}
        />
      </List>
    </Card>
  );
}
