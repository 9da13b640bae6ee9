import { randomBytes } from 'node:crypto';

/** Unpredictable bytes; a port so that tests can know them. */
export interface Random {
  bytes(length: number): Buffer;
}

/** The operating system's source. */
export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
