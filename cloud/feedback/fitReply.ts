/** A reply is 900 KB at most (architecture.md "Size"); 100 KB of it are left for what stands around a list. */
const MAX_LIST_BYTES = 800 * 1024;

/**
 * As many of the first items as fit into one reply: a list that somebody fills
 * with the longest texts gets shorter, it never becomes unreadable.
 */
export function fitReply<T>(items: readonly T[], maxBytes: number = MAX_LIST_BYTES): T[] {
  let bytes = 0;
  const tooMany = items.findIndex((item) => {
    bytes += Buffer.byteLength(JSON.stringify(item), 'utf8') + 1;
    return bytes > maxBytes;
  });
  return tooMany === -1 ? [...items] : items.slice(0, tooMany);
}
