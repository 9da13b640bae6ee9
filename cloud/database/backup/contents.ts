import type { Readable } from 'node:stream';

/** What a backup says about itself. */
export interface BackupHeader {
  /** When the snapshot was taken, ISO in UTC. */
  readonly createdAt: string;
  /** The steps of the schema that the rows belong to. */
  readonly migrations: readonly string[];
  /** Which keys the encrypted columns need (keyFingerprints.ts). */
  readonly keys: readonly string[];
}

/** Before the pieces of one table's rows; a table under row-level security comes once per tenant. */
export interface TableHead {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Before the pieces of one uploaded file. */
export interface FileHead {
  readonly tenantId: string;
  readonly fileId: string;
  readonly size: number;
}

/** At the end: what a restore must have put back. */
export interface BackupTotals {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
}

/** Where uploaded files lie; the file store of the ports fits. */
export interface FilePlace {
  read(tenantId: string, fileId: string): Promise<Readable | null>;
  write(tenantId: string, fileId: string, content: Readable, maxBytes: number): Promise<unknown>;
  remove(tenantId: string, fileId: string): Promise<void>;
}
