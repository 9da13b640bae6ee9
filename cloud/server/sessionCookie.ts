/**
 * The browser's session (architecture.md "Sessions"): `__Host-` binds the cookie to this host, path / and https;
 * on http of one's own machine, where browsers refuse that prefix, a plain name.
 */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-morning' : 'morning';
}

/** Tokens are base64url (identity/session.ts); anything else is not one of ours. */
const TOKEN = /^[A-Za-z0-9_-]{20,200}$/;

/** The session token in a Cookie header, or null. A repeated name counts as none: somebody planted one. */
export function readSessionCookie(header: string | undefined, isSecure: boolean): string | null {
  const prefix = `${cookieName(isSecure)}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  const value = values.length === 1 ? values[0] : undefined;
  return value !== undefined && TOKEN.test(value) ? value : null;
}

/** The session token in `Authorization: Bearer …`, or null. */
export function readBearer(header: string | undefined): string | null {
  const token = /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** The Set-Cookie header that keeps a session until it ends, or with null forgets it. */
export function writeSessionCookie(
  session: { token: string; expiresAt: Date } | null,
  isSecure: boolean,
): string {
  return [
    `${cookieName(isSecure)}=${session?.token ?? ''}`,
    'Path=/',
    `Expires=${(session?.expiresAt ?? new Date(0)).toUTCString()}`,
    'HttpOnly',
    ...(isSecure ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ');
}
