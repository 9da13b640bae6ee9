import type { Ports } from '../ports/ports';
import { ticketEnd, writeTicket } from './fileTicket';

/**
 * A ticket to read a picture or a recording, for a use case that has judged that the actor may read what shows it.
 * Ten minutes; only the clean form is opened by it.
 */
export function giveMediaTicket(
  { ports, now, actor }: { ports: Ports; now: Date; actor: { tenantId: string } },
  fileId: string,
): string {
  const { tenantId } = actor;
  // The size matters for writing only.
  return writeTicket(ports.keyring, {
    may: 'get',
    tenantId,
    fileId,
    size: 0,
    until: ticketEnd(now),
    form: 'clean',
  });
}
