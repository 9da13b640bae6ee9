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

/**
 * A refusal whose writes stay: dispatch commits what the use case wrote before
 * it threw this, and forgets the receipt, so that the same mutation is judged
 * afresh. For counting wrong tries, which a rollback would give back.
 */
export class KeptRefusal extends AppError {}
