import type { ErrorCode } from './errors';

/** What travels besides the operation's name: the JSON body of `POST /api/<operation>`, and with the name the event of a cloud function. */
export interface Envelope {
  /** Parsed by the operation's input schema; absent is `{}`. */
  input?: unknown;
  /** A UUID made by the client for each `write`; the same again when it is sent again. */
  mutationId?: string;
  /** The client's build number, so that one that is too old is told so. */
  build?: number;
}

/** What a cloud function is called with (`wx.cloud.callFunction({ name, data })`). */
export interface FunctionEvent extends Envelope {
  operation: string;
}

/** What comes back, over either transport. */
export type WireReply =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: ErrorCode; message: string; requestId: string } };

/**
 * The header that every call over HTTP carries: a page of a foreign site cannot send it without
 * asking first, and is not answered. `1` from the browser (session in a cookie), `weapp` from a
 * self-hosted mini-program (session token in Authorization, also before there is one).
 */
export const CLIENT_HEADER = 'x-morning-study';
export const CLIENT_HEADER_H5 = '1';
export const CLIENT_HEADER_WEAPP = 'weapp';

/** A body of at most 90 KB on both transports (architecture.md "Size": wx.cloud.callFunction takes 100 KB). */
export const MAX_BODY_BYTES = 90 * 1024;

/** Operations that WeChat sends to the cloud function `files` instead of `api`: they take longer and more memory. */
export function functionFor(operation: string): 'api' | 'files' {
  return /^(file|intake)\.|^study\.startSeries$|^quiz\.(importBank|applyImport|exportBank)$/.test(operation)
    ? 'files'
    : 'api';
}
