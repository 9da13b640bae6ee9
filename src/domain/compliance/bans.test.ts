import { bans } from './bans';

it('names each ban once', () => {
  const ids = bans.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(bans)(
  '$id says what and how in words of its own, without quotation of a document',
  ({ ban, how }) => {
    expect(ban.length).toBeGreaterThan(5);
    expect(how.length).toBeGreaterThan(10);
    // 《》 and 第…条 would claim a wording that nobody has compared with the text.
    expect(`${ban}${how}`).not.toMatch(/[《》]|第[一二三四五六七八九十\d]+条|！/);
  },
);

it.each(bans.filter(({ test }) => test !== null))('$id names a test file of the repository', ({ test }) => {
  expect(test).toMatch(/^(cloud|src|e2e)\/[\w/.-]+\.test\.tsx?$/);
});
