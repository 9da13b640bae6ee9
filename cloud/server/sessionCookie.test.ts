import { readBearer, readSessionCookie, writeSessionCookie } from './sessionCookie';

const token = 'a'.repeat(43);
const session = { token, expiresAt: new Date('2026-12-23T00:30:00.000Z') };

it('keeps a session on https under the name that binds it to the host', () => {
  expect(writeSessionCookie(session, true)).toBe(
    `__Host-morning=${token}; Path=/; Expires=Wed, 23 Dec 2026 00:30:00 GMT; HttpOnly; Secure; SameSite=Lax`,
  );
});

it('uses a plain name on http of this machine', () => {
  expect(writeSessionCookie(session, false)).toBe(
    `morning=${token}; Path=/; Expires=Wed, 23 Dec 2026 00:30:00 GMT; HttpOnly; SameSite=Lax`,
  );
});

it('forgets it by an empty value of the past', () => {
  expect(writeSessionCookie(null, true)).toMatch(/^__Host-morning=; Path=\/; Expires=Thu, 01 Jan 1970/);
});

it.each([
  [`morning=${token}`, token],
  [`theme=dark; morning=${token}; x=y`, token],
  // planted twice: nobody knows which one is ours
  [`morning=${token}; morning=${'b'.repeat(43)}`, null],
  [`__Host-morning=${token}`, null],
  [`notmorning=${token}`, null],
  ['morning=short', null],
  [`morning=${token}"`, null],
  [undefined, null],
])('reads from the header %s', (header, expected) => {
  expect(readSessionCookie(header, false)).toBe(expected);
});

it('on https takes the bound name only', () => {
  expect(readSessionCookie(`__Host-morning=${token}`, true)).toBe(token);
  expect(readSessionCookie(`morning=${token}`, true)).toBeNull();
});

it.each([
  [`Bearer ${token}`, token],
  [`bearer ${token}`, token],
  [`Basic ${token}`, null],
  [`Bearer ${token} x`, null],
  [undefined, null],
])('reads the bearer token of %s', (header, expected) => {
  expect(readBearer(header)).toBe(expected);
});
