/** Counts up with every release of the client; sent with each request (architecture.md "An operation only grows"). */
export const currentBuild = 1;

/** Builds older than this are asked to update. */
export const oldestBuild = 1;
