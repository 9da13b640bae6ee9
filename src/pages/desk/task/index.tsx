import { TaskDetail } from '../../../features/task/desk/TaskDetail';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { DeskScreen } from '../DeskScreen';

/** One study task on the desk: the open names for its secretary, met or not for the committee. */
export default function DeskTaskPage() {
  const { taskId } = useRouteParams('deskTask');
  return (
    <DeskScreen title="任务情况" place="deskTasks">
      {taskId ? <TaskDetail taskId={taskId} /> : <EmptyState sentence="请从“学习任务”里打开一项" />}
    </DeskScreen>
  );
}
