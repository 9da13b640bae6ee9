import type { Readable } from 'node:stream';

/** What was really stored. */
export interface StoredFile {
  size: number;
  sha256: string;
  /** The first bytes, for recognising what the file is. */
  head: Buffer;
}

/** Part of an object: from byte `start` to byte `end`, both included (RFC 9110 14.1.2). */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * One place for objects by name (domain/file/fileKinds `objectName`): a disk folder shared by all processes, or cloud
 * storage. Names in the place are hashes, never the caller's.
 */
export interface FileStore {
  /**
   * Streams at most `maxBytes`; AppError `file_too_large` beyond, and then nothing is kept; nor is anything when the
   * content breaks off. An object is written once: what has been looked at cannot be changed under its name, and a
   * second writing leaves the first and returns it.
   */
  write(tenantId: string, object: string, content: Readable, maxBytes: number): Promise<StoredFile>;
  /** What lies there, or null. */
  inspect(tenantId: string, object: string): Promise<StoredFile | null>;
  /** The content or a part of it, or null. */
  read(tenantId: string, object: string, range?: ByteRange): Promise<Readable | null>;
  /** Removes it; nothing there is fine. */
  remove(tenantId: string, object: string): Promise<void>;
  /** Present where clients move content past us, straight to and from the place (cloud storage). */
  direct: DirectTransfer | null;
}

/** Content that does not travel through our own server. */
export interface DirectTransfer {
  /** Where the client puts an object; it may change it there until it is collected. */
  uploadPath(tenantId: string, object: string): string;
  /** What the client has put there, or null; AppError `file_too_large` beyond `maxBytes`. */
  collect(tenantId: string, object: string, maxBytes: number): Promise<Buffer | null>;
  /** Removes what the client has put there; nothing there is fine. */
  discard(tenantId: string, object: string): Promise<void>;
  /** An address from which the object can be read for a while, or null when there is none. */
  addressOf(tenantId: string, object: string, seconds: number): Promise<string | null>;
}
