import { NewPaper } from '../../../features/quiz/paper/NewPaper';
import { PaperOnDesk } from '../../../features/quiz/paper/PaperOnDesk';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../../desk/DeskScreen';

/** One paper: a new one, one that is being made, or one that is out. */
export default function DeskPaperPage() {
  const { paperId } = useRouteParams('deskPaper');
  return (
    <DeskScreen title={paperId ? '卷子' : '做一份卷子'} place="deskPapers">
      {paperId ? <PaperOnDesk key={paperId} paperId={paperId} /> : <NewPaper />}
    </DeskScreen>
  );
}
