import { NewQuestion } from '../../../features/quiz/desk/NewQuestion';
import { QuestionOnDesk } from '../../../features/quiz/desk/QuestionOnDesk';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../../desk/DeskScreen';

/** One question of the bank, or a new one. */
export default function DeskQuestionPage() {
  const { questionId, organisationId } = useRouteParams('deskQuestion');
  return (
    <DeskScreen title={questionId ? '题目' : '写一题'} place="deskBank">
      {questionId ? (
        <QuestionOnDesk key={questionId} questionId={questionId} />
      ) : (
        <NewQuestion organisationId={organisationId} />
      )}
    </DeskScreen>
  );
}
