import { FeedbackInbox } from '../../../features/feedback/FeedbackInbox';
import { DeskScreen } from '../DeskScreen';

/** 投诉建议办理. */
export default function DeskFeedbackInboxPage() {
  return (
    <DeskScreen title="投诉建议办理" place="deskFeedbackInbox">
      <FeedbackInbox />
    </DeskScreen>
  );
}
