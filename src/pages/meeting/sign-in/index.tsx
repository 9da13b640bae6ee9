import { SignInByCode } from '../../../features/meeting/SignInByCode';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 签到. */
export default function MeetingSignInPage() {
  const { meetingId } = useRouteParams('meetingSignIn');
  return (
    <Screen title="签到">
      {meetingId ? (
        <SignInByCode meetingId={meetingId} />
      ) : (
        <EmptyState sentence="请从“支部”页打开要签到的会议" />
      )}
    </Screen>
  );
}
