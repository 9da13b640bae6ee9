import { randomUUID } from 'node:crypto';
import type { Caller } from '../operation';
import { createTestBureau, type TestWorld } from '../testing/bureau';

/** Cards that are used after something has changed. */
let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const phone = (openid: string): Caller => ({
  channel: 'weapp',
  platform: { appid: 'wx000000000000000a', openid },
  sessionToken: null,
  address: '127.0.0.8',
});
const activate = async (code: string, openid: string) => {
  const { reply } = await world.dispatch({
    operation: 'identity.activate',
    input: { code },
    mutationId: randomUUID(),
    caller: phone(openid),
  });
  return reply.ok ? 'ok' : reply.error.code;
};
const versionOf = async (memberId: string) =>
  (await world.ok('committeeOfficer', 'roster.member', { memberId })).version;
const cardOf = (memberId: string) => world.ok('secretary', 'roster.issueCard', { memberId });

it('the card of who has left opens nothing, from the very day on and before the tick has run', async () => {
  const memberId = world.members.secondMember;
  const { code } = await cardOf(memberId);
  const leaving = { memberId, version: await versionOf(memberId), becomes: 'left' as const, letterNo: null };
  await world.ok('secretary', 'roster.leave', { ...leaving, on: '2026-11-25' });
  world.clock.set('2026-11-24T16:00:00.000Z');
  expect(await activate(code, 'late')).toBe('code_not_valid');
  // Refused and not used up: until that day it was good.
  world.clock.set('2026-11-24T15:59:59.000Z');
  expect(await activate(code, 'in time')).toBe('ok');
});

it('the card of who has been moved opens the same person, in the new branch and out of the old one’s hands', async () => {
  const memberId = world.members.secondMember;
  const { code } = await cardOf(memberId);
  await world.ok('committeeOfficer', 'roster.transfer', {
    memberId,
    version: await versionOf(memberId),
    toOrganisationId: world.organisations.sibling,
    on: '2026-11-23',
    letterNo: null,
  });
  expect(await world.refused('secretary', 'roster.issueCard', { memberId })).toBe('not_found');
  expect(await activate(code, 'moved')).toBe('ok');
  const { people } = await world.ok('siblingSecretary', 'roster.people', {
    organisationId: world.organisations.sibling,
    below: false,
  });
  expect(people.map((one) => one.memberId)).toContain(memberId);
});

it('of two cards issued one after the other only the later opens, and of two issued at once only one', async () => {
  const memberId = world.members.secondMember;
  const first = await cardOf(memberId);
  const second = await cardOf(memberId);
  expect(await activate(first.code, 'one')).toBe('code_not_valid');
  expect(await activate(second.code, 'one')).toBe('ok');
  const both = await Promise.all([cardOf(memberId), cardOf(memberId)]);
  const opened = [];
  for (const { code } of both) opened.push(await activate(code, 'two'));
  expect(opened.sort()).toEqual(['code_not_valid', 'ok']);
});

it('a card used while the branch closes the doors leaves nobody in, or was too late', async () => {
  const memberId = world.members.secondMember;
  const { code } = await cardOf(memberId);
  const [used] = await Promise.all([
    activate(code, 'racing'),
    world.ok('secretary', 'roster.unbind', { memberId }),
  ]);
  const bound = await world.database.db
    .selectFrom('gate.binding')
    .select('openid')
    .where('openid', '=', 'racing')
    .execute();
  expect(bound).toEqual([]);
  expect(['ok', 'code_not_valid']).toContain(used);
});
