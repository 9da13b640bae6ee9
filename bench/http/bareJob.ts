import type { PoolClient } from 'pg';

/** The business part of a baseline's transaction: statements only, no validation, no policy. */
export type BareJob = (
  client: PoolClient,
  who: { tenantId: string; memberId: string },
  body: unknown,
) => Promise<unknown>;
