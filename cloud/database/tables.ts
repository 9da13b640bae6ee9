export type Tables = {};
