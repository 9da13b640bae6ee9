import { useState } from 'react';
import { AnonymousFeedback } from '../../../features/feedback/AnonymousFeedback';
import { OwnFeedback } from '../../../features/feedback/OwnFeedback';
import { WriteFeedback } from '../../../features/feedback/WriteFeedback';
import { useMe } from '../../../platform/session';
import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 投诉建议: write one, and find the answers to those sent before. */
export default function FeedbackPage() {
  const me = useMe();
  const [sent, setSent] = useState(0);
  return (
    <Screen title="投诉建议">
      {me ? (
        <>
          <WriteFeedback me={me} onSent={() => setSent(sent + 1)} />
          <OwnFeedback key={`signed ${sent}`} />
          <AnonymousFeedback key={`anonymous ${sent}`} me={me} />
        </>
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}
