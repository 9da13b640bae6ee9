import { timingSafeEqual } from 'node:crypto';
import type { FileForm } from '../../src/domain/file/fileKinds';
import type { Keyring } from '../ports/keyring';

/** Ten minutes (architecture.md "Size"). */
export const TICKET_MINUTES = 10;

/** When a ticket written at `now` ends. */
export function ticketEnd(now: Date): Date {
  return new Date(now.getTime() + TICKET_MINUTES * 60_000);
}

/** What a ticket allows: one thing, with one object, for a short time. */
export interface FileTicket {
  may: 'put' | 'get';
  tenantId: string;
  fileId: string;
  /** For `put`: the size that was announced, in bytes; the content has exactly this. */
  size: number;
  until: Date;
  /** The form in which the content lies, or for `put` shall lie, in the store. */
  form: FileForm;
}

/** Writes a ticket that only this deployment can have written. */
export function writeTicket(
  keyring: Keyring,
  { may, tenantId, fileId, size, until, form }: FileTicket,
): string {
  const body = [may, tenantId, fileId, size, until.getTime(), form].join('.');
  return `${body}.${keyring.mac('ticket', body).toString('base64url')}`;
}

/** Reads a ticket for `may` and `fileId` at `now`; null when it is not ours, for something else, or over. */
export function readTicket(
  keyring: Keyring,
  text: string,
  { may, fileId, now }: { may: 'put' | 'get'; fileId: string; now: Date },
): FileTicket | null {
  const cut = text.lastIndexOf('.');
  const body = text.slice(0, Math.max(cut, 0));
  const mac = Buffer.from(text.slice(cut + 1), 'base64url');
  const isOurs = keyring
    .macs('ticket', body)
    .some((expected) => expected.length === mac.length && timingSafeEqual(expected, mac));
  if (!isOurs) return null;
  const [allowed, tenantId = '', forFile, size, until, form] = body.split('.');
  if (allowed !== may || forFile !== fileId || Number(until) <= now.getTime()) return null;
  if (form !== 'plain' && form !== 'clean' && form !== 'sealed') return null;
  return { may, tenantId, fileId, size: Number(size), until: new Date(Number(until)), form };
}
