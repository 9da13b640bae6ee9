/**
 * Calm reading of an explained rule, in characters a minute: product.md A1 and domain.md 7 count 900 characters as
 * three minutes (180 s, domain.md 3 `estReadingSeconds`).
 */
const CHARACTERS_PER_MINUTE = 300;

/** Characters of a piece's text without blanks, headings included; a character outside the BMP counts once. */
export function textLength(blocks: readonly { text: string }[]): number {
  return blocks.reduce((sum, block) => sum + [...block.text.replace(/\s/gu, '')].length, 0);
}

/** Estimated reading time in whole minutes, at least 1. A property of the text, never of a reader (domain.md 1, C2). */
export function readingMinutes(length: number): number {
  return Math.max(1, Math.ceil(length / CHARACTERS_PER_MINUTE));
}
