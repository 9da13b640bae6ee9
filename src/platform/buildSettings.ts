/** This build's number, sent with every request (package version 1.2.3 is 10203; 0 in tests). */
export const build = Number(process.env.TARO_APP_BUILD ?? 0);

/** The CloudBase environment of a mini-program served by cloud functions; empty when self-hosted. */
export const cloudEnvironment = process.env.TARO_APP_CLOUD_ENV ?? '';

/** Where `/api/<operation>` lies: empty (same origin) in browsers, `https://…` in a self-hosted mini-program. */
export const apiBase = process.env.TARO_APP_API_BASE ?? '';
