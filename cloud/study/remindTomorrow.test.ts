import { shanghaiInstant } from '../../src/domain/calendar/shanghai';
import { inTenant } from '../database/tenantTransaction';
import { drainOutbox } from '../outbox/drainOutbox';
import { outboxHandlers } from '../outbox/handlers';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { addPiece } from '../testing/pieces';
import { isReviewWaiting, reviewSubject } from './isReviewWaiting';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau({ now: shanghaiInstant('2026-11-20', '21:40').toISOString() });
});
afterAll(() => world.close());

const drain = () =>
  drainOutbox(world.database.db, world.ports, outboxHandlers, { tenantIds: [world.tenantId], limit: 100 });
const inboxOf = async (person: TestPersonName) =>
  (await world.ok(person, 'reminder.inbox', {})).notices.map((notice) => notice.text);

it('reminds on the next working day when the piece is out, once, and not who has read it by then', async () => {
  const monday = '2026-11-23';
  const reminded = await Promise.all([1, 2, 3].map(() => world.ok('member', 'study.remindTomorrow', {})));
  expect(reminded).toEqual([{ day: monday }, { day: monday }, { day: monday }]);
  await world.ok('secondMember', 'study.remindTomorrow', {});
  const pieceId = await addPiece(world, { publishOn: monday });

  world.clock.set(new Date(shanghaiInstant(monday, '07:30').getTime() - 1));
  expect(await drain()).toMatchObject({ done: 0 });
  world.clock.set(shanghaiInstant(monday, '07:30'));
  await world.ok('secondMember', 'study.mark', { pieceId });
  expect(await drain()).toMatchObject({ done: 2 });
  expect(await inboxOf('member')).toEqual(['您请我们提醒：今天的晨学三分钟可以读了']);
  expect(await inboxOf('secondMember')).toEqual([]);
});

it('a review is waited for until the piece is reviewed or handed in anew', async () => {
  const saved = await world.ok('publicityOfficer', 'study.saveDraft', {
    organisationId: world.organisations.branch,
    kind: 'explanation',
    title: '秤准不准',
    topic: '计量',
    blocks: [{ type: 'paragraph', text: '市场里的秤，每年要检定一次。' }],
    source: { title: '计量法', article: '第九条', url: null, versionOn: '2018-10-26', checkedOn: null },
    checks: [],
  });
  const { pieceId, version } = await world.ok('publicityOfficer', 'study.submit', {
    pieceId: saved.pieceId,
    version: saved.version,
  });
  const ask = (seen: number) =>
    inTenant(world.database.db, world.tenantId, (trx) =>
      isReviewWaiting(trx, {
        tenantId: world.tenantId,
        memberId: world.members.secretary,
        subject: reviewSubject(pieceId, seen),
        now: world.clock.now(),
      }),
    );
  expect([await ask(version), await ask(version - 1)]).toEqual([true, false]);
  await world.ok('secretary', 'study.review', { pieceId, version, decision: 'return', note: '缺一句' });
  expect(await ask(version)).toBe(false);
});
