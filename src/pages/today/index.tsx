import { ReportFault } from '../../features/feedback/ReportFault';
import { SignInNow } from '../../features/meeting/SignInNow';
import { awaitsSignIn, useSignInNow } from '../../features/meeting/useSignInNow';
import { RemindTomorrow } from '../../features/reminder/RemindTomorrow';
import { groupCardOf } from '../../features/study/groupCardOf';
import { MorningBand } from '../../features/study/MorningBand';
import { StampAction } from '../../features/study/StampAction';
import { TodayStudy } from '../../features/study/TodayStudy';
import { useReadingPlace } from '../../features/study/useReadingPlace';
import { useToday } from '../../features/study/useToday';
import { SendAsTask } from '../../features/task/SendAsTask';
import { TodoList } from '../../features/task/TodoList';
import { useTodo } from '../../features/task/useTodo';
import { useGroupCard } from '../../platform/groupCard';
import { useMe } from '../../platform/session';
import { Screen } from '../../ui/Screen';

/** 晨学: the meeting at hand, today's piece and its stamp. */
export default function TodayPage() {
  const me = useMe();
  const morning = useToday();
  const meeting = useSignInNow();
  const tasks = useTodo();
  const { piece, stamp } = morning;
  useGroupCard(groupCardOf(piece));
  useReadingPlace(piece?.id, stamp.isStamped);
  return (
    <Screen
      title="晨学"
      tab="today"
      isReading
      band={<MorningBand morning={morning} />}
      footer={
        piece && !stamp.isStamped ? (
          <StampAction stamp={stamp} isSecond={meeting !== undefined && awaitsSignIn(meeting)} />
        ) : undefined
      }
    >
      {meeting && <SignInNow meeting={meeting} />}
      <TodayStudy
        morning={morning}
        afterStamp={me && <RemindTomorrow me={me} />}
        todo={<TodoList tasks={tasks} />}
        fault={(pieceId) => <ReportFault subject="piece" subjectId={pieceId} />}
      />
      {piece && <SendAsTask pieceId={piece.id} />}
    </Screen>
  );
}
