import { createHash } from 'node:crypto';
import type { StoredFile } from './fileStore';

/** Enough to recognise every kind (fileKinds.ts) and to see that a text is one. */
const HEAD_BYTES = 8_192;

/** Looks at content on its way: size so far, and at the end what it was. */
export function observe() {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  return {
    take(chunk: Buffer) {
      hash.update(chunk);
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.length;
    },
    size: () => size,
    result: (): StoredFile => ({ size, sha256: hash.digest('hex'), head: Buffer.concat(head) }),
  };
}
