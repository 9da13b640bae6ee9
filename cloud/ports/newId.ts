import type { Clock } from './clock';
import type { Random } from './random';

/** What the last id of a clock began with. */
interface Last {
  milliseconds: number;
  count: number;
}

const lasts = new WeakMap<Clock, Last>();

/** Twelve bits after the milliseconds. */
const COUNTS = 4096;
/** A clock that was put back further than this is followed; less is a hiccup, or ids ahead of their millisecond. */
const HICCUP_MS = 1000;

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, a counter of twelve bits, then random bits, so that new rows lie
 * together in an index. Ids of one clock, so of one process, are in their order even within a millisecond (6.2, method 1): what is sorted
 * by id is sorted by when it was made.
 */
export function newId(clock: Clock, random: Random): string {
  const bytes = random.bytes(16);
  const { milliseconds, count } = following(lasts.get(clock), clock.now().getTime(), bytes.readUInt16BE(6));
  lasts.set(clock, { milliseconds, count });
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function following(last: Last | undefined, now: number, seed: number): Last {
  if (!last || now > last.milliseconds || now < last.milliseconds - HICCUP_MS)
    // Begun in the lower half, so that there is room above.
    return { milliseconds: now, count: seed % (COUNTS / 2) };
  return last.count + 1 < COUNTS
    ? { milliseconds: last.milliseconds, count: last.count + 1 }
    : { milliseconds: last.milliseconds + 1, count: seed % (COUNTS / 2) };
}
