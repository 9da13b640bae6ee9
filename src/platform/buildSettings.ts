/** This build's number, sent with every request. */
export { currentBuild as build } from '../contract/build';

/** The CloudBase environment of a mini-program served by cloud functions; empty when self-hosted. */
export const cloudEnvironment = process.env.TARO_APP_CLOUD_ENV ?? '';

/** Where `/api/<operation>` lies: empty (same origin) in browsers, `https://…` in a self-hosted mini-program. */
export const apiBase = process.env.TARO_APP_API_BASE ?? '';
