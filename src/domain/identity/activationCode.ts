/** Crockford's base32: no I, L, O, U, so that a code read from paper is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits in 12 letters: 2^60 codes, far beyond guessing at 100 tries per address in 15 minutes (issue, section 3). */
const LENGTH = 12;
const GROUP = 4;

/** How long a card opens a door, in days (issue, section 3). */
export const ACTIVATION_DAYS = 14;

/** The first 60 bits of `bytes` (at least 8) as a code in its plain form, twelve letters. */
export function activationCodeOf(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.slice(0, 8)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let code = '';
  for (let index = 0; index < LENGTH; index += 1) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
}

/** As printed: three groups with dashes, `K7QD-2M4P-9XWA`. */
export function printActivationCode(code: string): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * What somebody typed, in plain form: full-width letters, small letters, spaces
 * and dashes do not matter, O reads as 0, I and L as 1. Null when it cannot be a code.
 */
export function readActivationCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_·.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : null;
}
