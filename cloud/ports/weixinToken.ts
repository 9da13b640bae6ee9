import { AppError } from '../appError';

/** Asks WeChat one thing: a path with its query, and a body for POST. */
export type AskWeixin = (path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** A token is given up five minutes before it ends (stable_token: 7,200 s), so that none ends on its way. */
const SPARE_MS = 300_000;
/** 40001 and 40014: not this token; 42001: ended. */
const TOKEN_GONE = new Set([40001, 40014, 42001]);

/** Calls that need an access token, for one mini-program. */
export interface TokenCalls {
  /** POSTs `body` to `path` with the token; asks for a fresh token once when WeChat does not take it. */
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
}

/**
 * Keeps the access token of one mini-program (cgi-bin/stable_token: several servers get the same one, and a fresh one
 * does not end the others'). Callers at the same moment share one request. `now` is the time in milliseconds.
 */
export function tokenCalls(ask: AskWeixin, appid: string, secret: string, now: () => number): TokenCalls {
  let kept: { token: Promise<string>; until: number } | null = null;

  const fetchToken = (isForced: boolean): Promise<string> => {
    const mine = { token: askToken(isForced), until: Number.POSITIVE_INFINITY };
    async function askToken(force: boolean): Promise<string> {
      const answer = await ask('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid,
        secret,
        ...(force ? { force_refresh: true } : {}),
      });
      const { access_token: token, expires_in: seconds } = answer;
      if (typeof token !== 'string' || token === '' || typeof seconds !== 'number') {
        throw new AppError('unavailable', `WeChat gave no token, errcode ${String(answer.errcode)}`);
      }
      mine.until = now() + seconds * 1000 - SPARE_MS;
      return token;
    }
    kept = mine;
    mine.token.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.token;
  };
  /** The token in use; a fresh one when `refused` is still the one in use. */
  const tokenFor = async (refused: string | null): Promise<string> => {
    if (!kept || now() >= kept.until) return fetchToken(false);
    const token = await kept.token;
    return token === refused ? fetchToken(true) : token;
  };

  return {
    post: async (path, body) => {
      const send = (token: string) => ask(`${path}?access_token=${encodeURIComponent(token)}`, body);
      const token = await tokenFor(null);
      const answer = await send(token);
      if (!TOKEN_GONE.has(answer.errcode as number)) return answer;
      return send(await tokenFor(token));
    },
  };
}
