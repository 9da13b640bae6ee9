import { AppError } from '../../appError';
import type { PaperRecord } from './paperRepository';

/** Passes when a paper, locked by the caller, is in `state` and still the version the sender saw; else `conflict` or `wrong_state`. */
export function requirePaper(
  paper: PaperRecord,
  seenVersion: number,
  state: PaperRecord['state'] = 'draft',
): void {
  if (paper.version !== seenVersion) throw new AppError('conflict');
  if (paper.state !== state) throw new AppError('wrong_state');
}
