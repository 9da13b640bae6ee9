/** Crockford's base32: no I, L, O, U, so that a code read from paper is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits in 12 letters: 2^60 codes, far beyond guessing at 100 tries per address in 15 minutes (issue, section 3). */
const LENGTH = 12;
const GROUP = 4;

/** How long a card opens a door, in days (issue, section 3). */
export const ACTIVATION_DAYS = 14;

/** The first 60 bits of `bytes` (at least 8) as a code in its plain form, twelve letters. */
export function activationCodeOf(bytes: Uint8Array): string {
  // Each letter is 5 bits out of the 16 that begin at its byte. (No BigInt: this file also goes to phones.)
  return Array.from({ length: LENGTH }, (_, index) => {
    const bit = index * 5;
    const byte = bit >> 3;
    const window = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0);
    return ALPHABET.charAt((window >> (11 - (bit & 7))) & 31);
  }).join('');
}

/** As printed: three groups with dashes, `K7QD-2M4P-9XWA`. */
export function printActivationCode(code: string): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** What of a text so far can be a code's letters, at most twelve, read as people mean them: O is 0, I and L are 1. */
export function lettersOf(typed: string): string {
  const plain = plainOf(typed);
  return [...plain]
    .filter((letter) => ALPHABET.includes(letter))
    .slice(0, LENGTH)
    .join('');
}

/**
 * What somebody typed, in plain form: full-width letters, small letters, spaces
 * and dashes do not matter, O reads as 0, I and L as 1. Null when it cannot be a code.
 */
export function readActivationCode(typed: string): string | null {
  const plain = plainOf(typed);
  return plain.length === LENGTH && lettersOf(plain) === plain ? plain : null;
}

function plainOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_·.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
