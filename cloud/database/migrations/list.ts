import type { Migration } from '../migrate';

/** Every step of the schema, in order; forward only, expand then contract. */
export const migrations: readonly Migration[] = [];
