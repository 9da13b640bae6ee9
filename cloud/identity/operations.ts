import type { AnyUseCase } from '../operation';
import { activate } from './activate';
import { activateByPhone } from './activateByPhone';
import { chooseBureau } from './chooseBureau';
import { openLink } from './openLink';
import { listSessions, me, recordConsent, revokeSession, setPassphrase } from './ownAccount';
import { beginPairing, collectPairing, confirmPairing, scanPairing } from './pairComputer';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { stepInto } from './stepInto';
import { weixinSignIn } from './weixinSignIn';
import { welcome } from './welcome';

export const identityUseCases: AnyUseCase[] = [
  welcome,
  openLink,
  me,
  activate,
  activateByPhone,
  beginPairing,
  scanPairing,
  confirmPairing,
  collectPairing,
  signIn,
  weixinSignIn,
  chooseBureau,
  signOut,
  setPassphrase,
  recordConsent,
  listSessions,
  revokeSession,
  stepInto,
];
