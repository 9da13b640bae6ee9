/**
 * A person's name as it is kept, however it was typed: no blanks between Chinese signs (张 三), one kind of dot in names
 * of minorities, no invisible signs, full-width letters as plain ones. By hand and by file the same, so that one is
 * found by the other.
 */
export function tidyName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[•‧・∙⋅]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·')
    .replace(/\s*·\s*/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}
