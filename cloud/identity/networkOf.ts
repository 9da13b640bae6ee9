import { isIPv6 } from 'node:net';

/** A household or an office gets a /64 at least, of which one machine can use every address (RFC 6177, RFC 8981). */
const NETWORK_GROUPS = 4;

/**
 * What stands for an address where tries are counted: an IPv4 address itself, also one written inside an IPv6 address,
 * and of an IPv6 address its network of 64 bits; else a single machine would have 2^64 times as many tries.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (inside) return inside;
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...rest];
  return `${all
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}
