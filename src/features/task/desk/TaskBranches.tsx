import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { Words } from '../../../ui/Words';
import { standingWords } from './deskTask';

/** Branches as met or not met: no names, no numbers, in the order of the organisation. */
export function TaskBranches({ taskId }: { taskId: string }) {
  const answer = useCloud('task.branches', { taskId });
  return (
    <Loaded from={answer}>
      {({ branches }) => (
        <Card title="各支部">
          <Words tone="small">
            到日子以后，要学的同志都学完、补学或免学，就是达到。要学的不到三位的支部，一说就等于点名，不单列。名单只有支部书记能看到
          </Words>
          <List label="各支部">
            {branches.map(({ id, name, standing }) => (
              <ListRow
                key={id}
                title={name}
                aside={<Chip tone={standing === 'met' ? 'good' : 'plain'} words={standingWords[standing]} />}
              />
            ))}
          </List>
        </Card>
      )}
    </Loaded>
  );
}
