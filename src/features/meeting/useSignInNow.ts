import type { Output } from '../../contract/operations';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';

/** A meeting of the reader's own, as `meeting.mine` gives it. */
export type SignInMeeting = NonNullable<Output<'meeting.mine'>['signInNow']>;

/**
 * The meeting whose sign-in stands first on the first tab (product.md C3), or undefined. Without an answer there is
 * none: an old copy would send people to a sign-in that is over.
 */
export function useSignInNow(): SignInMeeting | undefined {
  const me = useMe();
  const { data } = useCloud('meeting.mine', {}, { skip: !me });
  return data?.signInNow ?? undefined;
}

/** Whether the reader is still to sign in; with the state recorded, by whatever way, there is nothing left to do. */
export function awaitsSignIn(meeting: SignInMeeting): boolean {
  return meeting.state === 'open' && meeting.mine?.state === 'expected';
}
