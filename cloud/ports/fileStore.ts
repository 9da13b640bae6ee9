import type { Readable } from 'node:stream';

/** What was really stored. */
export interface StoredFile {
  size: number;
  sha256: string;
  /** The first bytes, for recognising what the file is. */
  head: Buffer;
}

/** One place for objects by id: a disk folder shared by all processes, or cloud storage. Names are hashes, never the caller's. */
export interface FileStore {
  /**
   * Streams at most `maxBytes`; AppError `file_too_large` beyond, and then nothing is kept; nor is anything when the
   * content breaks off. An object is written once: what has been looked at cannot be changed under its id, and a
   * second writing leaves the first and returns it.
   */
  write(tenantId: string, fileId: string, content: Readable, maxBytes: number): Promise<StoredFile>;
  /** What lies there, or null. */
  inspect(tenantId: string, fileId: string): Promise<StoredFile | null>;
  /** The content, or null. */
  read(tenantId: string, fileId: string): Promise<Readable | null>;
  /** Removes it; nothing there is fine. */
  remove(tenantId: string, fileId: string): Promise<void>;
}
