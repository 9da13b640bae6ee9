/** Signs that take no room: they part a word for a program and not for a reader. */
const UNSEEN = /[\p{Cf}\p{Mn}\u115f\u1160\u3164\uffa0]/gu;
/** Blanks between two Chinese signs, or before the star of a mark: 机 密 ★ reads as 机密★. */
const BLANKS_WITHIN = /(?<=\p{Script=Han})[ \t]+(?=[\p{Script=Han}★☆])/gu;

/**
 * A text as its reader sees it: full-width and circled signs in their plain form, without what is not seen, and without
 * blanks inside Chinese words. For checking, not for keeping.
 */
export function visibleText(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(BLANKS_WITHIN, '');
}
