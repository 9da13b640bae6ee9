import { identityMe } from '../contract/identity';
import type { Me } from '../platform/session';
import { session } from '../platform/session';

/** Seats somebody at the device under test: the contract's example with `part` laid over it. */
export function signInAs(part: Partial<Me> = {}): Me {
  const me = { ...identityMe.example.output.me, ...part };
  session.set({ status: 'signedIn', me });
  return me;
}
