import { type ErrorCode, errorTable } from '../contract/errors';

/** `offline` is the one code that the cloud cannot send. */
export type CloudErrorCode = ErrorCode | 'offline';

/** design.md "Words". */
export const offlineSentence = '现在没有网络。连上网后可以再试';

/** Why a call failed, with the sentence people see. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly code: CloudErrorCode,
    /** One Chinese sentence: what happened, what to do. */
    message: string,
    /** The server's number of the request, for its log. */
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** The cloud does not know who asks, or not which of several: the way on is the entry page. */
  get asksWho(): boolean {
    return (
      this.code === 'not_signed_in' || this.code === 'not_activated' || this.code === 'bureau_not_chosen'
    );
  }

  /** The same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.code === 'offline' || errorTable[this.code].fault === 'server';
  }
}

/** No sensible answer came. */
export function unavailable(): CloudError {
  return new CloudError('unavailable', errorTable.unavailable.sentence);
}

/** An error as a `CloudError`; what is not one is a fault of ours and said as such. */
export function asCloudError(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  console.error(error);
  return new CloudError('internal', errorTable.internal.sentence);
}
