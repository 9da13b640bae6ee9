import { useState } from 'react';
import { PieceText } from '../../../features/study/PieceText';
import { usePiece } from '../../../features/study/usePiece';
import { AskedCheck } from '../../../features/task/AskedCheck';
import { FinishTask } from '../../../features/task/FinishTask';
import { OwnTaskHead } from '../../../features/task/OwnTaskHead';
import { type OwnTaskState, useOwnTask } from '../../../features/task/useOwnTask';
import { goTo, useRouteParams } from '../../../platform/routes';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 学习任务: what is to be studied, and the tap that says it is done. */
export default function StudyTaskPage() {
  const { taskId } = useRouteParams('studyTask');
  if (!taskId) {
    return (
      <Screen title="学习任务">
        <EmptyState
          sentence="这个链接不完整，没有找到这一项"
          action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
        />
      </Screen>
    );
  }
  return <OneTask taskId={taskId} />;
}

function OneTask({ taskId }: { taskId: string }) {
  const state = useOwnTask(taskId);
  const { task } = state;
  if (task && task.state !== 'withdrawn' && task.target.kind === 'piece') {
    return <PieceTask state={state} pieceId={task.target.id} isCheckAsked={task.selfCheck} />;
  }
  const isOpen = task?.state === 'open' && !state.isWaiting;
  return (
    <Screen
      title="学习任务"
      isReading
      footer={isOpen ? <FinishTask state={state} isStamped={false} answers={null} /> : undefined}
    >
      <Loaded from={{ ...state, data: task }}>
        {({ title, target, state: standing }) => (
          <>
            <OwnTaskHead state={state} />
            {standing !== 'withdrawn' && target.kind === 'paper' && (
              <List label="要答的卷子">
                <ListRow
                  title={title}
                  detail="答得怎样只有自己知道。答完回到这里点一下"
                  onPress={() => goTo('practicePaper', { paperId: target.id })}
                />
              </List>
            )}
            {standing !== 'withdrawn' && target.kind === 'series' && (
              <List label="要学的系列">
                <ListRow
                  title={title}
                  detail="一篇一篇地看，可以分几天"
                  onPress={() => goTo('series', { seriesId: target.id })}
                />
              </List>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function PieceTask(props: { state: OwnTaskState; pieceId: string; isCheckAsked: boolean }) {
  const { state, pieceId, isCheckAsked } = props;
  const reading = usePiece(pieceId);
  const { piece } = reading;
  const [answers, setAnswers] = useState<number[][]>();
  const checks = isCheckAsked && state.task?.state === 'open' ? (piece?.checks ?? []) : [];
  return (
    <Screen
      title="学习任务"
      isReading
      footer={
        piece && state.task?.state === 'open' && !state.isWaiting ? (
          <FinishTask
            state={state}
            isStamped={reading.stamp.isStamped}
            answers={checks.length > 0 ? answers : null}
          />
        ) : undefined
      }
    >
      <OwnTaskHead state={state} />
      <Loaded from={{ ...reading, data: piece }}>
        {(text) => (
          <>
            <PieceText piece={text} />
            {checks.length > 0 && <AskedCheck pieceId={pieceId} checks={checks} onRight={setAnswers} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
}
