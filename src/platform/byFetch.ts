import { CLIENT_HEADER, CLIENT_HEADER_H5 } from '../contract/transport';
import { apiBase } from './buildSettings';
import { CloudError, offlineSentence, unavailable } from './cloudError';

/** What travels: the server takes nothing about the person from it. */
export interface Envelope {
  input: unknown;
  mutationId?: string;
  build: number;
}

/** A slow hall network deserves patience, a dead one an answer. */
export const timeoutMs = 20_000;

/** Sends one operation from a browser (see `transport`). */
export async function byFetch(operation: string, envelope: Envelope): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`${apiBase}/api/${operation}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', [CLIENT_HEADER]: CLIENT_HEADER_H5 },
      body: JSON.stringify(envelope),
      signal: AbortSignal.timeout?.(timeoutMs),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw unavailable();
    // fetch rejects only when nothing came back at all.
    throw new CloudError('offline', offlineSentence);
  }
  // A proxy's error page is no JSON.
  return response.json().catch(() => {
    throw unavailable();
  });
}
