import type { ReactNode } from 'react';
import { sayDay } from '../../../domain/calendar/sayDay';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { PageStack } from '../../../ui/PageStack';
import { type DeskTask, standingWords, stateWords } from './deskTask';

/** The study tasks that the reader published, follows or reviews, newest first. */
export function TaskList() {
  const me = useMe();
  return (
    <>
      {may(me, 'task.publish') && <Button onPress={() => goTo('deskTaskPublish')}>布置一项学习任务</Button>}
      <PageStack<string> keyOf={(before) => before}>
        {(before, goOn) => <TaskPage before={before} goOn={goOn} />}
      </PageStack>
    </>
  );
}

interface TaskPageProps {
  before: string | undefined;
  goOn: (nextBefore: string | null) => ReactNode;
}

function TaskPage({ before, goOn }: TaskPageProps) {
  const me = useMe();
  const page = useCloud('task.desk', before ? { before } : {}, { skip: !me });
  return (
    <Loaded from={page}>
      {({ tasks, nextBefore }) => (
        <>
          {tasks.length === 0 && !before && (
            <EmptyState sentence="还没有学习任务。打开一篇晨学，点“转成学习任务”就可以布置" />
          )}
          {tasks.length > 0 && (
            <Card title={before ? '更早的' : '布置过的'}>
              <List label={before ? '更早的任务' : '学习任务'}>
                {tasks.map((task) => (
                  <ListRow
                    key={task.id}
                    title={task.title}
                    detail={`${task.organisationName}${task.whom === 'persons' ? '的几位同志' : ''} · ${sayDay(task.dueOn)}前`}
                    aside={<Chip words={sayState(task)} />}
                    onPress={() => goTo('deskTask', { taskId: task.id })}
                  />
                ))}
              </List>
            </Card>
          )}
          {goOn(nextBefore)}
        </>
      )}
    </Loaded>
  );
}

/** After the deadline what counts is how the own branch stands. */
function sayState({ state, follows }: DeskTask): string {
  const [own, ...others] = follows;
  return state === 'over' && own && others.length === 0 ? standingWords[own.standing] : stateWords[state];
}
