import { codeText, digitsOf } from '../../src/domain/meeting/signInCode';
import type { Keyring } from '../ports/keyring';

/** The six digits of a meeting in a minute; nobody without the deployment's key can make them. */
export function codeOf(keyring: Keyring, tenantId: string, meetingId: string, minute: number): string {
  return digitsOf(keyring.mac('signInCode', codeText(tenantId, meetingId, minute)));
}
