import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { howWords, type TaskOnDesk } from './deskTask';
import { SettleDialog } from './SettleDialog';

export interface TaskNamesProps {
  task: TaskOnDesk;
  /** The branch whose people they are. */
  organisationId: string;
}

/** 还没学的同志（只有您能看到）: for reminding and make-up, in the order of the roster. */
export function TaskNames({ task, organisationId }: TaskNamesProps) {
  const names = useCloud('task.names', { taskId: task.id, organisationId });
  const [settled, setSettled] = useState<string>();
  return (
    <Loaded from={names}>
      {({ organisationName, open, done, invited, isReminded }) => {
        const person = [...open.map((one) => ({ ...one, how: null })), ...done].find(
          ({ memberId }) => memberId === settled,
        );
        return (
          <>
            <Card
              title="还没学的同志（只有您能看到）"
              aside={task.follows.length > 1 ? organisationName : undefined}
            >
              {open.length === 0 ? (
                <Words tone="quiet">都学完了</Words>
              ) : (
                <>
                  <Words tone="small">点名字可以记当面补学，或这次免学</Words>
                  <List label="还没学的同志">
                    {open.map(({ memberId, name }) => (
                      <ListRow key={memberId} title={name} onPress={() => setSettled(memberId)} />
                    ))}
                  </List>
                  {!task.isTargetGone && (
                    <Remind
                      taskId={task.id}
                      organisationId={organisationId}
                      isReminded={isReminded}
                      onReminded={names.reload}
                    />
                  )}
                </>
              )}
            </Card>
            {done.length > 0 && (
              <Card title="学完的同志">
                <List label="学完的同志">
                  {done.map(({ memberId, name, how }) => (
                    <ListRow
                      key={memberId}
                      title={name}
                      aside={howWords[how]}
                      onPress={how === 'own' ? undefined : () => setSettled(memberId)}
                    />
                  ))}
                </List>
              </Card>
            )}
            {invited.length > 0 && (
              <Card title="邀请的同志" aside="不作要求">
                <Words>{invited.map(({ name }) => name).join('、')}</Words>
              </Card>
            )}
            {person && (
              <SettleDialog
                taskId={task.id}
                person={person}
                onClose={() => setSettled(undefined)}
                onSettled={names.reload}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Remind(props: {
  taskId: string;
  organisationId: string;
  isReminded: boolean;
  onReminded: () => Promise<void>;
}) {
  const { taskId, organisationId, isReminded, onReminded } = props;
  const { run, isBusy, error } = useAction('task.remind');
  if (isReminded) return <Words tone="quiet">今天已经提醒过还没学的同志</Words>;
  const remind = async () => {
    if (!(await run({ taskId, organisationId }))) return;
    announce('已提醒');
    await onReminded();
  };
  return (
    <>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={remind}>
        提醒这几位同志
      </Button>
      <Words tone="small">每位会在“通知”里收到一条，一天最多一次</Words>
    </>
  );
}
