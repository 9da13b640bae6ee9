/** No i, l, o: they are taken for 1 and 0 on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

/** A login name from random bytes (at least 5): a letter and 7 digits, from nothing personal (architecture.md "Data"). */
export function loginNameOf(bytes: Uint8Array): string {
  const letter = LETTERS.charAt((bytes[0] ?? 0) % LETTERS.length);
  const number =
    (bytes[1] ?? 0) * 0x1000000 + (bytes[2] ?? 0) * 0x10000 + (bytes[3] ?? 0) * 0x100 + (bytes[4] ?? 0);
  return `${letter}${String(number % 10_000_000).padStart(7, '0')}`;
}
