import type { AnyUseCase } from '../operation';
import { activate } from './activate';
import { chooseBureau } from './chooseBureau';
import { openLink } from './openLink';
import { listSessions, me, recordConsent, revokeSession, setPassphrase } from './ownAccount';
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
