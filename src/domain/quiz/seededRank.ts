/** FNV-1a, 32 bits (offset basis and prime of draft-eastlake-fnv). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A number from 0 to 2^32-1 that depends on `text` only: the same on every
 * machine and every day. For orders that look shuffled and can be repeated;
 * never for anything that must not be guessed.
 */
export function seededRank(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  // MurmurHash3's finaliser: without it, ids that differ in their last letter only stay neighbours.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
