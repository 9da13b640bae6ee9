import { AppError } from '../appError';

/** Throws `conflict` when the record is not the version that the sender has seen. */
export function requireVersion(record: { version: number }, version: number): void {
  if (record.version !== version) throw new AppError('conflict');
}
