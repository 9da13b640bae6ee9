import { TaskList } from '../../../features/task/desk/TaskList';
import { DeskScreen } from '../DeskScreen';

/** 学习任务: what was asked, by whom, until when. */
export default function DeskTasksPage() {
  return (
    <DeskScreen title="学习任务" place="deskTasks">
      <TaskList />
    </DeskScreen>
  );
}
