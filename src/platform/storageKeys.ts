/** Ours among other keys of the same origin. */
export const namespace = 'morning-study:';

/** Who used this device last (see `session`). Read before the program stands, too (src/startEarly.ts). */
export const meKey = 'me';
