import { operations } from '../contract/operations';
import { session } from '../platform/session';

/** The member of the contract's example is signed in on this device. */
export function signInExample(): void {
  session.set({ status: 'signedIn', me: operations['identity.me'].example.output.me });
}
