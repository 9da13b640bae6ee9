import { sentenceOf } from '../../contract/errors';
import { isPassphraseStrong } from '../../domain/identity/passphrase';

export interface NewPassphrase {
  passphrase: string;
  again: string;
}

/** What is wrong with a new passphrase before it is sent, by field; empty when nothing is. */
export function passphraseErrors({ passphrase, again }: NewPassphrase): Partial<NewPassphrase> {
  if (!isPassphraseStrong(passphrase)) return { passphrase: sentenceOf('passphrase_too_weak') };
  if (again !== passphrase) return { again: '两次写的不一样，请再写一遍' };
  return {};
}
