/** Digits of a sign-in code; the screen shows them from five metres (design.md). */
const CODE_SPAN = 1_000_000;

const MINUTE_MS = 60_000;

/** The minute of an instant by the server's clock, counted from 1970. */
export function codeMinute(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS);
}

/**
 * The minutes whose digits are accepted at `now`, newest first: the current one
 * and the one before, because the digits change while somebody types them
 * (domain.md 8.3: valid some minutes). So a code lives between one and two minutes.
 */
export function acceptedMinutes(now: Date): readonly [number, number] {
  const current = codeMinute(now);
  return [current, current - 1];
}

/** The instant at which the digits shown at `now` change. */
export function codeChangesAt(now: Date): Date {
  return new Date((codeMinute(now) + 1) * MINUTE_MS);
}

/** What is put under the keyed hash for one minute of one meeting of one bureau. */
export function codeText(tenantId: string, meetingId: string, minute: number): string {
  return `${tenantId}|${meetingId}|${minute}`;
}

/**
 * Six digits from a keyed hash of at least 6 bytes. 48 bits modulo 10^6 prefer
 * no code by more than 10^6 / 2^48, four in a thousand million: far below what
 * five tries could notice, so no rejection loop is needed.
 * Throws RangeError for a shorter hash.
 */
export function digitsOf(mac: Uint8Array): string {
  if (mac.length < 6) throw new RangeError('a sign-in code needs a hash of at least 6 bytes');
  // 2^48 is below 2^53, so every step is exact
  const number = mac.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % CODE_SPAN).padStart(6, '0');
}

/**
 * True when `typed` is one of `valid`. Looks at every digit of every valid code
 * whatever differs first, so that the time taken tells nothing about the digits.
 */
export function matchesCode(typed: string, valid: readonly string[]): boolean {
  let matches = 0;
  for (const code of valid) {
    let difference = typed.length ^ code.length;
    for (let at = 0; at < code.length; at += 1)
      difference |= code.charCodeAt(at) ^ (typed.charCodeAt(at) || 0);
    matches |= Number(difference === 0);
  }
  return matches === 1;
}
