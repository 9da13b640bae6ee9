import { CalendarDeskCard } from '../../../features/calendar/CalendarDeskCard';
import { AnswersDeskCard } from '../../../features/feedback/AnswersDeskCard';
import { MeetingDeskCard } from '../../../features/meeting/MeetingDeskCard';
import { BankDeskCard } from '../../../features/quiz/desk/BankDeskCard';
import { RosterDeskCard } from '../../../features/roster/RosterDeskCard';
import { StudyDeskCard } from '../../../features/study/desk/StudyDeskCard';
import { SupplyDeskCard } from '../../../features/study/supply/SupplyDeskCard';
import { TaskDeskCard } from '../../../features/task/desk/TaskDeskCard';
import { may, useMe } from '../../../platform/session';
import { EmptyState } from '../../../ui/Notes';
import { DeskScreen, isOffered } from '../DeskScreen';
import { FirstDayCard } from '../first-day/FirstDayCard';

/** 工作台. */
export default function DeskHomePage() {
  const me = useMe();
  return (
    <DeskScreen title="工作台" place="deskHome">
      {me?.acts.length === 0 && (
        <EmptyState sentence="这里由书记、委员和机关党委的同志使用。需要时请联系您的书记" />
      )}
      {may(me, 'roster.edit') && <FirstDayCard />}
      {isOffered(me, 'deskPieces') && <StudyDeskCard />}
      {!isOffered(me, 'deskPieces') && isOffered(me, 'deskSupply') && <SupplyDeskCard />}
      {(isOffered(me, 'deskBank') || may(me, 'quiz.analyse')) && (
        <BankDeskCard
          mayKeep={may(me, 'quiz.keep')}
          mayReview={may(me, 'quiz.review')}
          mayMakePapers={may(me, 'quiz.paper')}
          mayAnalyse={may(me, 'quiz.analyse')}
        />
      )}
      {isOffered(me, 'deskTasks') && <TaskDeskCard mayPublish={may(me, 'task.publish')} />}
      {isOffered(me, 'deskMeetings') && <MeetingDeskCard mayPlan={may(me, 'meeting.plan')} />}
      {isOffered(me, 'deskMembers') && <RosterDeskCard mayEdit={may(me, 'roster.edit')} />}
      <AnswersDeskCard
        mayAnswerFaults={isOffered(me, 'deskFaults')}
        mayAnswerFeedback={isOffered(me, 'deskFeedbackInbox')}
      />
      {isOffered(me, 'deskCalendar') && <CalendarDeskCard />}
    </DeskScreen>
  );
}
