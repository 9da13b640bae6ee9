import type { Input, OperationName, Output } from '../../../src/contract/operations';
import { addDays, shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { createDispatch, type Dispatch } from '../../dispatch';
import type { Caller } from '../../operation';
import { verifyScores } from '../../pioneer/verifyScores';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { createTestPorts } from '../../testing/ports';
import { runTick } from '../../tick';
import { useCases } from '../../useCases';
import { inTenant } from '../tenantTransaction';
import { demoQuestions } from './content/content';
import { windowQuestions } from './content/windowQuestions';
import { fillDemo } from './fillDemo';

const nobody: Caller = { channel: 'h5', platform: null, sessionToken: null, address: null };

/** A Sunday evening, a Monday morning, the first working day of a year without holiday data, and a half-year's first day. */
describe.each([
  '2026-11-22T12:00:00Z',
  '2026-11-23T00:30:00Z',
  '2027-03-01T00:30:00Z',
  '2027-01-01T03:00:00Z',
])('the demo bureau filled at %s', (instant) => {
  let database: TestDatabase;
  let world: ReturnType<typeof createTestPorts>;
  let dispatch: Dispatch;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = createTestPorts(instant);
    expect(await fillDemo(database.ownerUrl, world.ports)).toBe(true);
    dispatch = createDispatch({ db: database.db, ports: world.ports, useCases, demo: true, oldestBuild: 1 });
  });
  afterAll(async () => {
    await database.close();
    world.close();
  });

  async function ask<N extends OperationName>(
    caller: Caller,
    operation: N,
    input: Input<N>,
  ): Promise<Output<N>> {
    const { reply } = await dispatch({ operation, input, mutationId: crypto.randomUUID(), caller });
    if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`);
    return reply.data as Output<N>;
  }
  async function inShoes(
    shoe: 'member' | 'secretary' | 'publicityOfficer' | 'committeeOfficer' | 'clerk',
  ): Promise<Caller> {
    const { session } = await dispatch({ operation: 'identity.stepInto', input: { shoe }, caller: nobody });
    return { ...nobody, sessionToken: session?.token ?? null };
  }

  it('shows a stranger five pairs of shoes', async () => {
    const { demo, me } = await ask(nobody, 'identity.welcome', {});
    expect(me).toBeNull();
    expect(demo?.shoes).toHaveLength(5);
  });

  it('can be walked through in any mini-program, registered or not', async () => {
    const platform = { appid: 'wx00000000000000ff', openid: `visitor-${instant}` };
    const visitor: Caller = { channel: 'weapp', platform, sessionToken: null, address: null };
    expect((await ask(visitor, 'identity.welcome', {})).demo?.shoes).toHaveLength(5);
    expect((await ask(visitor, 'identity.stepInto', { shoe: 'member' })).me.name).toBe('江晨');
    expect((await ask(visitor, 'identity.welcome', {})).me?.name).toBe('江晨');
  });

  it('has something to read for a member, marked as 演示, and earlier pieces to catch up on', async () => {
    const today = await ask(await inShoes('member'), 'study.today', {});
    expect(today.piece).toMatchObject({ demo: true, stamped: false });
    expect(today.calendarKnown).toBe(instant.startsWith('2026'));
    expect(today.catchUp.length).toBeGreaterThan(0);
  });

  it('has a piece with a picture and one with a recording, both to be opened', async () => {
    const member = await inShoes('member');
    const { pieces } = await ask(member, 'study.library', { topic: '支部生活' });
    const withFiles: string[] = [];
    for (const { id } of pieces) {
      const { piece } = await ask(member, 'study.piece', { pieceId: id });
      const kinds = piece.blocks
        .map((block) => block.type)
        .filter((type) => type === 'picture' || type === 'audio');
      if (kinds.length === 0) continue;
      withFiles.push(...kinds);
      expect(piece.demo).toBe(true);
      const { files } = await ask(member, 'study.media', { pieceId: id });
      const tickets = files.map((file) => ask(member, 'file.open', file));
      expect(await Promise.all(tickets)).toHaveLength(kinds.length);
    }
    expect(withFiles.sort()).toEqual(['audio', 'picture']);
  });

  it('has a series in the library, and a changed handbook whose pieces wait for their check', async () => {
    const member = await inShoes('member');
    const { series = [] } = await ask(member, 'study.search', { words: '窗口接待手册' });
    expect(series).toMatchObject([{ title: '窗口接待手册（演示）', outCount: 1 }]);
    const officer = await inShoes('committeeOfficer');
    const { changes } = await ask(officer, 'study.lawChecks', {});
    expect(changes).toHaveLength(1);
    expect(changes[0]?.pieces.length).toBeGreaterThan(1);
    expect(changes[0]?.pieces.every((piece) => !piece.mine)).toBe(true);
  });

  it('has five questions without keys', async () => {
    const { questions } = await ask(await inShoes('member'), 'quiz.today', {});
    expect(questions).toHaveLength(5);
    expect(JSON.stringify(questions)).not.toMatch(/"(key|explanation)"/);
  });

  it('has shares to choose a lecture by, and figures of the bank with one key to be looked at', async () => {
    const shares = await ask(await inShoes('secretary'), 'quiz.readShares', {});
    expect(shares.questions.length).toBeGreaterThan(10);
    expect(new Set(shares.questions.map(({ share }) => share)).size).toBeGreaterThan(2);
    expect(shares.topics.length).toBeGreaterThan(2);
    const officer = await inShoes('committeeOfficer');
    const { found, rows, dots } = await ask(officer, 'quiz.readAnalysis', { list: 'all' });
    expect(found).toMatchObject({
      questions: demoQuestions.length + windowQuestions.length,
      analysed: demoQuestions.length,
      suspect: 1,
    });
    expect(new Set(dots.map(({ verdict }) => verdict)).size).toBeGreaterThan(3);
    expect(rows[0]?.options.filter(({ instead }) => instead)).toHaveLength(1);
    const { notices } = await ask(officer, 'reminder.inbox', {});
    expect(notices.filter(({ target }) => target?.screen === 'deskAnalysis')).toHaveLength(1);
  });

  it('has an open meeting that a member can sign in to with the digits the secretary sees', async () => {
    const member = await inShoes('member');
    const { signInNow } = await ask(member, 'meeting.mine', {});
    const meetingId = signInNow?.id ?? '';
    const { code } = await ask(await inShoes('secretary'), 'meeting.signInCode', { meetingId });
    const { mine } = await ask(member, 'meeting.signIn', { meetingId, code });
    expect(mine.state).toBe('present');
  });

  it('has a closed half-year with points that come from signed records', async () => {
    const member = await inShoes('member');
    const running = await ask(member, 'pioneer.card', {});
    const closed = running.periods.find((period) => period.state === 'closed');
    const before = await ask(member, 'pioneer.card', { periodId: closed?.id ?? '' });
    expect(before.total).toBeGreaterThan(0);
    expect(before.lines.every((line) => line.source.kind === 'meeting')).toBe(true);
    expect(before.dimensions.filter((dimension) => dimension.points === null).length).toBeGreaterThan(0);
    expect(running.period?.state).toBe('open');
  });

  it('has no point that does not follow from a signed record', async () => {
    const { rows } = await database.owner.pool.query<{ id: string }>('select id from gate.tenant');
    const tenantId = rows[0]?.id ?? '';
    const found = await inTenant(database.db, tenantId, (trx) => verifyScores(trx, tenantId));
    expect(found.entries).toBeGreaterThan(100);
    expect(found.differences).toEqual([]);
  });

  it('has a piece to review, a suggestion to answer and nine branches to act for', async () => {
    const officer = await inShoes('committeeOfficer');
    const desk = await ask(officer, 'study.desk', {});
    expect(desk.pieces.some((piece) => piece.state === 'submitted')).toBe(true);
    expect(desk.stockWorkdays).toBeGreaterThanOrEqual(9);
    expect((await ask(officer, 'feedback.inbox', {})).feedback.some((one) => one.answer === null)).toBe(true);
    expect((await ask(await inShoes('clerk'), 'meeting.mine', {})).mayPlanFor).toHaveLength(9);
  });

  it('starts again with a fresh meeting and no marks', async () => {
    const member = await inShoes('member');
    await ask(member, 'identity.restartDemo', {});
    const { signInNow } = await ask(member, 'meeting.mine', {});
    expect(signInNow).toMatchObject({ state: 'open', mine: { state: 'expected' } });
    expect((await ask(member, 'study.today', {})).stampedThisMonth).toBe(0);
  });

  it('is filled once', async () => {
    expect(await fillDemo(database.ownerUrl, world.ports)).toBe(false);
  });

  it('takes no real tenant beside it', async () => {
    await expect(
      database.owner.pool.query(`insert into gate.tenant values (gen_random_uuid(), '真实单位', now())`),
    ).rejects.toThrow('demo database takes no further tenant');
  });

  it('is kept alive by the tick: pieces and an open meeting two weeks later', async () => {
    const later = new Date(Date.parse(instant) + 14 * 86_400_000);
    world.clock.set(later);
    const ticked = await runTick(database.db, world.ports);
    expect(ticked.brokenSteps).toBe(0);
    await runTick(database.db, world.ports);
    const member = await inShoes('member');
    const { signInNow } = await ask(member, 'meeting.mine', {});
    expect(shanghaiDay(new Date(signInNow?.plannedAt ?? 0))).toBe(shanghaiDay(later));
    const desk = await ask(await inShoes('committeeOfficer'), 'study.desk', {});
    expect(
      desk.plan
        .filter((one) => one.day <= addDays(shanghaiDay(later), 10))
        .every((one) => one.piece !== null),
    ).toBe(true);
    world.clock.set(instant);
  });
});

it('marks only an empty database: a real bureau is never turned into a demo', async () => {
  const database = await createTestDatabase();
  const world = createTestPorts('2026-11-22T12:00:00Z');
  await database.owner.pool.query(`insert into gate.tenant values (gen_random_uuid(), '真实单位', now())`);
  expect(await fillDemo(database.ownerUrl, world.ports)).toBe(false);
  await expect(database.owner.pool.query('insert into gate.demo_mark values (true, now())')).rejects.toThrow(
    'already has a tenant',
  );
  await expect(database.app.pool.query('insert into gate.demo_mark values (true, now())')).rejects.toThrow(
    'permission denied',
  );
  await database.close();
  world.close();
});
