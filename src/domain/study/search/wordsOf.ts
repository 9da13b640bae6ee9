/** What a block says in words, whatever its kind: text, a picture's line, a recording's transcript. */
const SAYING = ['text', 'caption', 'alt', 'transcript'] as const;

/** All words of a piece's blocks, a line each, for searching and excerpts. */
export function wordsOf(blocks: readonly object[]): string {
  return blocks
    .flatMap((block) => SAYING.map((name) => (block as Partial<Record<string, unknown>>)[name]))
    .filter((words): words is string => typeof words === 'string' && words !== '')
    .join('\n');
}
