/** Shortest passphrase in characters; Chinese words count as what they are (NIST SP 800-63B asks for 8, we ask for a phrase). */
const SHORTEST = 10;
const LONGEST = 200;
/** Above this share of equal steps a text is a plain run (1234567890 has 8 of 9). */
const PLAIN_RUN = 0.7;

/** True when a passphrase may be set: long enough, not one character repeated, not a plain run like 1234567890. */
export function isPassphraseStrong(passphrase: string): boolean {
  const letters = [...passphrase.normalize('NFKC')];
  if (letters.length < SHORTEST || letters.length > LONGEST) return false;
  if (new Set(letters).size < 4) return false;
  const steps = letters
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (letters[index]?.codePointAt(0) ?? 0));
  const same = Math.max(...steps.map((step) => steps.filter((other) => other === step).length));
  return same <= steps.length * PLAIN_RUN;
}
