import { createEntry } from '../entry';

/** The cloud function `files`: what takes longer and more memory. */
export const main = createEntry('files');
