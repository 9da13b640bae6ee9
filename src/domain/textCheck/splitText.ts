/** After these a sentence is over. */
const SENTENCE_END = /[。！？!?；;\n]/;

/**
 * Cuts a text into parts of at most `limit` characters (of Unicode, so that no character is halved), at the end of a
 * sentence where there is one in the second half of a part. Joined they are the text.
 */
export function splitText(text: string, limit: number): string[] {
  const characters = [...text];
  const parts: string[] = [];
  let from = 0;
  while (characters.length - from > limit) {
    let to = from + limit;
    while (to > from + limit / 2 && !SENTENCE_END.test(characters[to - 1] ?? '')) to -= 1;
    if (to <= from + limit / 2) to = from + limit;
    parts.push(characters.slice(from, to).join(''));
    from = to;
  }
  if (from < characters.length) parts.push(characters.slice(from).join(''));
  return parts;
}
