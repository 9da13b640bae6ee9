/**
 * A new UUID version 4 for one mutation. The number must be unique, not secret, so the WeChat
 * runtime, which has no `crypto`, may fall back on `Math.random`.
 */
export function newMutationId(): string {
  const bytes = randomBytes(16);
  // RFC 9562, section 5.4: version 4, variant 10.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (process.env.TARO_ENV !== 'weapp' && typeof crypto !== 'undefined') return crypto.getRandomValues(bytes);
  for (let i = 0; i < length; i++) bytes[i] = Math.floor(Math.random() * 256);
  return bytes;
}
