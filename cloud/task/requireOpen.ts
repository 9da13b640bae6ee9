import { AppError } from '../appError';
import type { TaskRecord } from './taskRepository';

/** Passes when a task, locked by the caller, is out and still the version the sender saw; else `conflict` or `wrong_state`. */
export function requireOpen({ state, version }: TaskRecord, seenVersion: number): void {
  if (version !== seenVersion) throw new AppError('conflict');
  if (state !== 'open') throw new AppError('wrong_state');
}
