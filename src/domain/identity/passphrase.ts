/** Shortest passphrase in characters; Chinese words count as what they are (NIST SP 800-63B asks for 8, we ask for a phrase). */
const SHORTEST = 10;
const LONGEST = 200;

/** True when a passphrase may be set: long enough, not one character repeated, not a plain run like 1234567890. */
export function isPassphraseStrong(passphrase: string): boolean {
  const letters = [...passphrase.normalize('NFKC')];
  if (letters.length < SHORTEST || letters.length > LONGEST) return false;
  if (new Set(letters).size < 4) return false;
  const steps = letters
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (letters[index]?.codePointAt(0) ?? 0));
  return !steps.every((step) => step === steps[0]);
}
