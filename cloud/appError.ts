import type { ErrorCode } from '../src/contract/errors';

/**
 * A refusal with a code from the contract's table of sentences. Thrown inside
 * a transaction it rolls everything back; dispatch turns it into the reply.
 * `detail` is for the log only and never carries personal data or input.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'AppError';
  }
}
