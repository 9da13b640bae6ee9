import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { addPiece } from '../testing/pieces';
import { plansOf } from '../testing/plansOf';
import { isLectureComing } from './isLectureComing';
import { findTurns } from './lectureRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
afterEach(async () => {
  world.clock.set('2026-11-23T08:30:00+08:00');
  await world.database.owner.pool.query('truncate lecture_turn, lecture_swap, notice cascade');
});

const lay = (day: string, speaker: TestPersonName = 'member', more: { topic?: string } = {}) =>
  world.ok('secretary', 'lecture.lay', {
    organisationId: world.organisations.branch,
    day,
    speakerId: world.members[speaker],
    topic: more.topic ?? '',
  });
const rota = async (person: TestPersonName) => {
  const { turns } = await world.ok(person, 'lecture.rota', {});
  return turns.map((turn) => [turn.day, turn.speaker.name]);
};
const noticesOf = async (person: TestPersonName) =>
  (await world.ok(person, 'reminder.inbox', {})).notices.map((notice) => notice.text);

describe('the rota', () => {
  it('is laid by the branch and seen by those of the branch alone, by day', async () => {
    await lay('2026-12-07', 'secondMember');
    await lay('2026-11-30', 'member', { topic: '药店里的一张处方' });
    expect(await rota('probationary')).toEqual([
      ['2026-11-30', '江晨'],
      ['2026-12-07', '云帆'],
    ]);
    for (const other of ['siblingMember', 'committeeSecretary', 'systemAdmin'] as const)
      expect(await rota(other)).toEqual([]);
    expect(await world.foreign.ok('member', 'lecture.rota', {})).toMatchObject({ turns: [] });
    expect(await noticesOf('member')).toEqual(['11月30日的微党课请您来讲：药店里的一张处方']);
  });

  it('is laid by nobody else, and only for those who belong there', async () => {
    const turn = { organisationId: world.organisations.branch, day: '2026-11-30', topic: '' };
    const speakerId = world.members.member;
    expect(await world.refused('member', 'lecture.lay', { ...turn, speakerId })).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'lecture.lay', { ...turn, speakerId })).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'lecture.lay', { ...turn, speakerId })).toBe('not_found');
    for (const stranger of [
      world.members.siblingMember,
      world.members.suspended,
      world.foreign.members.member,
    ]) {
      expect(await world.refused('secretary', 'lecture.lay', { ...turn, speakerId: stranger })).toBe(
        'bad_input',
      );
    }
    expect(await rota('member')).toEqual([]);
  });

  it('takes today and no day before, and one turn of a speaker a day, also when two lay at once', async () => {
    const turn = { organisationId: world.organisations.branch, speakerId: world.members.member, topic: '' };
    expect(await world.refused('secretary', 'lecture.lay', { ...turn, day: '2026-11-22' })).toBe(
      'day_in_past',
    );
    const replies = await Promise.all(
      (['secretary', 'deputySecretary', 'publicityOfficer'] as const).map((person) =>
        world.call(person, 'lecture.lay', { ...turn, day: '2026-11-23' }),
      ),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('speaker_taken');
    expect(await rota('member')).toHaveLength(1);
  });

  it('changes in the version that was seen; what the one before had prepared goes, both are told', async () => {
    const { turnId } = await lay('2026-11-30');
    await world.ok('member', 'lecture.attach', {
      turnId,
      version: 1,
      outline: '先讲一个故事',
      pieceId: null,
    });
    const change = {
      turnId,
      organisationId: world.organisations.branch,
      day: '2026-11-30',
      speakerId: world.members.secondMember,
      topic: '',
    };
    expect(await world.refused('secretary', 'lecture.lay', { ...change, version: 1 })).toBe('conflict');
    await world.ok('secretary', 'lecture.lay', { ...change, version: 2 });
    expect(await world.ok('member', 'lecture.rota', {})).toMatchObject({
      turns: [{ speaker: { name: '云帆' }, outline: '', version: 3 }],
    });
    expect(await noticesOf('member')).toContain('11月30日的微党课改由别的同志来讲了');
    expect(await noticesOf('secondMember')).toEqual(['11月30日的微党课请您来讲']);
    expect(
      await world.refused('secretary', 'lecture.lay', {
        ...change,
        version: 3,
        organisationId: world.organisations.group,
      }),
    ).toBe('bad_input');
  });

  it('loses a turn that is cancelled, once; the speaker is told', async () => {
    const { turnId } = await lay('2026-11-30');
    expect(await world.refused('member', 'lecture.cancel', { turnId, version: 1 })).toBe('not_allowed');
    await world.ok('secretary', 'lecture.cancel', { turnId, version: 1 });
    expect(await world.refused('secretary', 'lecture.cancel', { turnId, version: 2 })).toBe('not_found');
    expect(await rota('member')).toEqual([]);
    expect(await noticesOf('member')).toContain('11月30日的微党课取消了');
  });

  it('shows what is over no more', async () => {
    await lay('2026-11-23');
    world.clock.set('2026-11-24T00:00:00+08:00');
    expect(await rota('member')).toEqual([]);
  });
});

describe('material', () => {
  it('is attached by the speaker alone: own words and an own micro-lecture', async () => {
    const { turnId } = await lay('2026-11-30', 'secretary');
    const own = await addPiece(world, {
      publishOn: null,
      at: 'branch',
      author: 'secretary',
      reviewer: 'deputySecretary',
    });
    const wrong = { turnId, version: 1, outline: '', pieceId: own };
    expect(await world.refused('secretary', 'lecture.attach', wrong)).toBe('bad_input');
    await world.asActor('secretary', ({ trx }) =>
      sql`update piece set kind = 'microLecture' where tenant_id = ${world.tenantId} and id = ${own}`.execute(
        trx,
      ),
    );
    expect(await world.refused('deputySecretary', 'lecture.attach', wrong)).toBe('not_found');
    await world.ok('secretary', 'lecture.attach', { ...wrong, outline: '三句话' });
    const [turn] = (await world.ok('member', 'lecture.rota', {})).turns;
    expect(turn).toMatchObject({ outline: '三句话', piece: { id: own, open: false } });
    expect((await world.ok('secretary', 'lecture.rota', {})).ownPieces).toHaveLength(1);
  });
});

describe('a swap', () => {
  const two = async () => {
    const first = await lay('2026-11-30', 'member', { topic: '甲' });
    const second = await lay('2026-12-07', 'secondMember', { topic: '乙' });
    return { turnId: first.turnId, withTurnId: second.turnId };
  };

  it('changes the two turns once the other agrees, each with what was prepared; who asked is told', async () => {
    const turns = await two();
    const { swapId } = await world.ok('member', 'lecture.askSwap', turns);
    expect(await rota('member')).toEqual([
      ['2026-11-30', '江晨'],
      ['2026-12-07', '云帆'],
    ]);
    expect((await world.ok('member', 'lecture.rota', {})).swaps).toMatchObject([
      { id: swapId, toAnswer: false },
    ]);
    expect((await world.ok('secondMember', 'lecture.rota', {})).swaps).toMatchObject([
      { id: swapId, toAnswer: true },
    ]);
    expect((await world.ok('secretary', 'lecture.rota', {})).swaps).toEqual([]);
    await world.ok('secondMember', 'lecture.answerSwap', { swapId, agreed: true });
    const { turns: after, swaps } = await world.ok('member', 'lecture.rota', {});
    expect(after.map((turn) => [turn.day, turn.speaker.name, turn.topic])).toEqual([
      ['2026-11-30', '云帆', '乙'],
      ['2026-12-07', '江晨', '甲'],
    ]);
    expect(swaps).toEqual([]);
    expect(await noticesOf('member')).toContain('换好了：12月7日的微党课请您来讲，11月30日由云帆来讲');
  });

  it('changes nothing when it is declined or taken back, and can then be asked again', async () => {
    const turns = await two();
    const declined = await world.ok('member', 'lecture.askSwap', turns);
    expect(await world.refused('member', 'lecture.askSwap', turns)).toBe('swap_waiting');
    await world.ok('secondMember', 'lecture.answerSwap', { swapId: declined.swapId, agreed: false });
    const again = await world.ok('member', 'lecture.askSwap', turns);
    expect(await world.refused('secondMember', 'lecture.takeBackSwap', again)).toBe('not_found');
    await world.ok('member', 'lecture.takeBackSwap', again);
    expect(await world.refused('secondMember', 'lecture.answerSwap', { ...again, agreed: true })).toBe(
      'not_found',
    );
    expect((await rota('member'))[0]).toEqual(['2026-11-30', '江晨']);
  });

  it('is asked with the own turn for one of the same rota, and answered by nobody but the one asked', async () => {
    const turns = await two();
    const { turnId, withTurnId } = turns;
    expect(await world.refused('probationary', 'lecture.askSwap', turns)).toBe('not_found');
    expect(await world.refused('secretary', 'lecture.askSwap', turns)).toBe('not_found');
    const mine = await lay('2026-12-14', 'member');
    expect(await world.refused('member', 'lecture.askSwap', { turnId, withTurnId: mine.turnId })).toBe(
      'wrong_state',
    );
    const swap = await world.ok('member', 'lecture.askSwap', { turnId, withTurnId });
    for (const other of ['member', 'secretary', 'probationary', 'siblingMember'] as const) {
      expect(await world.refused(other, 'lecture.answerSwap', { ...swap, agreed: true })).toBe('not_found');
    }
    expect(await world.foreign.refused('secondMember', 'lecture.answerSwap', { ...swap, agreed: true })).toBe(
      'not_found',
    );
  });

  it('happens once when it is answered six times at once', async () => {
    const { swapId } = await world.ok('member', 'lecture.askSwap', await two());
    const replies = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() =>
        world.call('secondMember', 'lecture.answerSwap', { swapId, agreed: true }),
      ),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect((await rota('member'))[0]).toEqual(['2026-11-30', '云帆']);
  });

  it('lapses when the turn gets another speaker, and is refused when a day is over', async () => {
    const turns = await two();
    const swap = await world.ok('member', 'lecture.askSwap', turns);
    await world.ok('secretary', 'lecture.lay', {
      turnId: turns.withTurnId,
      version: 1,
      organisationId: world.organisations.branch,
      day: '2026-12-07',
      speakerId: world.members.probationary,
      topic: '',
    });
    expect(await world.refused('secondMember', 'lecture.answerSwap', { ...swap, agreed: true })).toBe(
      'not_found',
    );
    const next = await world.ok('member', 'lecture.askSwap', turns);
    world.clock.set('2026-12-01T00:00:00+08:00');
    expect(await world.refused('probationary', 'lecture.answerSwap', { ...next, agreed: true })).toBe(
      'wrong_state',
    );
  });

  it('is refused when one would speak twice on a day', async () => {
    const turns = await two();
    await lay('2026-12-07', 'member');
    const swap = await world.ok('member', 'lecture.askSwap', turns);
    expect(await world.refused('secondMember', 'lecture.answerSwap', { ...swap, agreed: true })).toBe(
      'speaker_taken',
    );
    expect((await rota('member'))[0]).toEqual(['2026-11-30', '江晨']);
  });
});

describe('around the rota', () => {
  it('reminds whoever still speaks on the day, and nobody else', async () => {
    const { turnId } = await lay('2026-11-30');
    const due = (person: TestPersonName, day: string) =>
      world.asActor(person, ({ trx, now }) =>
        isLectureComing(trx, {
          tenantId: world.tenantId,
          memberId: world.members[person],
          subject: `${turnId}/${day}`,
          now,
        }),
      );
    expect(await due('member', '2026-11-30')).toBe(true);
    expect(await due('member', '2026-12-01')).toBe(false);
    expect(await due('secondMember', '2026-11-30')).toBe(false);
    await world.ok('secretary', 'lecture.cancel', { turnId, version: 1 });
    expect(await due('member', '2026-11-30')).toBe(false);
  });

  it('comes through its index', async () => {
    await world.asActor('member', async ({ trx }) => {
      await sql`insert into lecture_turn (tenant_id, id, organisation_id, day, speaker_id, laid_by)
        select ${world.tenantId}, gen_random_uuid(), o.id, day, ${world.members.member}, ${world.members.secretary}
        from organisation o cross join generate_series(timestamp '2020-01-01', '2027-01-01', '1 day') day`.execute(
        trx,
      );
    });
    await world.database.owner.pool.query('analyze lecture_turn');
    await world.asActor('member', async ({ trx, actor }) => {
      const [plan] = await plansOf(trx, (one) =>
        findTurns(one, actor.tenantId, [world.organisations.branch], '2026-12-15'),
      );
      expect(plan).toContain('lecture_turn_by_day');
      expect(plan).not.toMatch(/Seq Scan on lecture_turn/);
    });
  });
});
