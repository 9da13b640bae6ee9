import type { OutboxHandlers } from './topics';

/** What the program does about each topic. */
export const outboxHandlers: OutboxHandlers = {
  // Removing what is not there is fine, so a repeated call is.
  'file.remove': ({ tenantId, payload }, ports) => ports.files.remove(tenantId, payload.fileId),
};
