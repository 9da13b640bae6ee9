import { createEntry } from '../entry';

/** The cloud function `api`: every quick operation. */
export const main = createEntry('api');
