import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { addPiece, pieceContent } from '../../testing/pieces';
import { plansOf } from '../../testing/plansOf';
import {
  countWaiting,
  findChangesOf,
  findMarkedLaws,
  findWaiting,
  lockPiecesToSettle,
} from './lawRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
afterEach(() =>
  world.database.owner.pool.query('truncate piece, series, law_change, search_entry, notice cascade'),
);

/** The law of `pieceContent`, whose version is of 2019-08-26, under its formal name. */
const amended = {
  title: '《中华人民共和国药品管理法》（2026年修订）',
  kind: 'amended',
  since: '2026-11-01',
  note: '第五十八条有改动',
} as const;

const mark = (input: Partial<Parameters<typeof world.ok<'study.markLaw'>>[2]> = {}) =>
  world.ok('committeeOfficer', 'study.markLaw', { ...amended, ...input });
const waitingFor = async (
  person: 'committeeOfficer' | 'committeeSecretary' | 'secretary' | 'committeePublicity',
) => (await world.ok(person, 'study.lawChecks', {})).changes.flatMap((change) => change.pieces);
const isBeingChecked = async (pieceId: string) =>
  (await world.ok('member', 'study.piece', { pieceId })).piece.beingChecked;

describe('a law that is marked', () => {
  it('has the pieces listed that rest on an older version, for those who review them, and readers are told', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23', title: '换药' });
    const own = await addPiece(world, {
      publishOn: '2026-11-20',
      at: 'branch',
      author: 'publicityOfficer',
      reviewer: 'secretary',
      title: '支部的',
    });
    expect(await isBeingChecked(pieceId)).toBe(false);
    expect((await mark()).waiting).toBe(2);
    const all = await world.ok('committeeOfficer', 'study.lawChecks', {});
    expect(all).toMatchObject({ mayMark: true, more: false, today: '2026-11-23' });
    expect(all.changes).toMatchObject([{ ...amended, pieces: [{ id: pieceId }, { id: own }] }]);
    expect(all.changes[0]?.pieces[0]).toMatchObject({ versionOn: '2019-08-26', mine: false });
    expect((await waitingFor('secretary')).map((piece) => piece.id)).toEqual([own]);
    expect((await world.ok('secretary', 'study.lawChecks', {})).mayMark).toBe(false);
    expect((await waitingFor('committeePublicity')).map((piece) => piece.mine)).toEqual([true]);
    // Everything that a member reads says so.
    expect((await world.ok('member', 'study.today', {})).piece?.beingChecked).toBe(true);
    expect((await world.ok('member', 'study.library', {})).pieces.map((one) => one.beingChecked)).toEqual([
      true,
      true,
    ]);
    const { notices } = await world.ok('secretary', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text)).toEqual([
      `1 篇稿件依据的《${amended.title}》有变化，请核对`,
    ]);
    expect(notices[0]?.target?.screen).toBe('deskLaws');
  });

  it.each([
    ['2019-08-25', false],
    ['2019-08-26', false],
    ['2019-08-27', true],
  ])('on %s asks a piece of 26 August 2019 to be checked: %s', async (since, isAsked) => {
    await addPiece(world, { publishOn: '2026-11-23' });
    expect((await mark({ since })).waiting).toBe(isAsked ? 1 : 0);
  });

  it('leaves pieces on other laws alone', async () => {
    await addPiece(world, { publishOn: '2026-11-23' });
    expect((await mark({ title: '药品管理法实施条例' })).waiting).toBe(0);
  });

  it('is one change, sent twice or by two people at once', async () => {
    await addPiece(world, { publishOn: '2026-11-23' });
    const [one, two] = await Promise.all([
      mark(),
      world.ok('committeeSecretary', 'study.markLaw', { ...amended, title: '药品管理法' }),
    ]);
    expect(one.changeId).toBe(two.changeId);
    expect([one.waiting, two.waiting]).toEqual([1, 1]);
    expect(await mark()).toEqual(one);
    expect((await world.ok('committeeOfficer', 'study.lawChecks', {})).changes).toHaveLength(1);
    expect(await world.refused('committeeOfficer', 'study.markLaw', { ...amended, kind: 'repealed' })).toBe(
      'conflict',
    );
  });

  it('keeps what waits on the newest change, in whatever order they are marked', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const newest = await mark();
    expect((await mark({ since: '2022-01-01' })).waiting).toBe(0);
    const { changes } = await world.ok('committeeOfficer', 'study.lawChecks', {});
    expect(changes.find((change) => change.id === newest.changeId)?.pieces).toMatchObject([{ id: pieceId }]);
    expect((await mark({ since: '2026-11-20', kind: 'repealed' })).waiting).toBe(1);
    expect(await waitingFor('committeeOfficer')).toHaveLength(1);
  });

  it('is marked by those who review for the bureau, up to today, with a name', async () => {
    expect(await world.refused('secretary', 'study.markLaw', amended)).toBe('not_allowed');
    expect(await world.refused('member', 'study.markLaw', amended)).toBe('not_allowed');
    expect(await world.refused('member', 'study.lawChecks', {})).toBe('not_allowed');
    await mark({ since: '2026-11-23' });
    for (const bad of [{ since: '2026-11-24' }, { title: '《》（2026年）' }]) {
      expect(await world.refused('committeeOfficer', 'study.markLaw', { ...amended, ...bad })).toBe(
        'bad_input',
      );
    }
  });

  it('of another bureau is its own', async () => {
    await addPiece(world, { publishOn: '2026-11-23' });
    const foreign = await world.foreign.ok('committeeOfficer', 'study.markLaw', amended);
    expect(foreign.waiting).toBe(0);
    expect((await world.ok('committeeOfficer', 'study.lawChecks', {})).changes).toEqual([]);
  });
});

describe('pieces that wait for their check', () => {
  const versionOn = '2026-11-01';
  const settle = (id: string, version = 2) => ({ versionOn, pieces: [{ id, version }] });

  it('stay approved with the new version and today as the day of checking, each on record', async () => {
    const first = await addPiece(world, { publishOn: '2026-11-23' });
    const second = await addPiece(world, { publishOn: '2026-11-20' });
    const left = await addPiece(world, { publishOn: '2026-11-19' });
    await mark();
    const pieces = [first, second].map((id) => ({ id, version: 2 }));
    expect(await world.ok('committeeOfficer', 'study.settleLawChecks', { versionOn, pieces })).toEqual({
      settled: 2,
    });
    const { piece } = await world.ok('member', 'study.piece', { pieceId: first });
    expect(piece).toMatchObject({
      beingChecked: false,
      source: { ...pieceContent.source, versionOn, checkedOn: '2026-11-23' },
    });
    expect((await waitingFor('committeeOfficer')).map((one) => one.id)).toEqual([left]);
    const rows = await world.asActor('committeeOfficer', ({ trx }) =>
      trx
        .selectFrom('audit_row')
        .select(['actor_id', 'post', 'subject_kind', 'subject_id'])
        .where('action', '=', 'study.settleLawChecks')
        .execute(),
    );
    expect(rows).toHaveLength(2);
    for (const id of [first, second]) {
      expect(rows).toContainEqual({
        actor_id: world.members.committeeOfficer,
        post: 'committeeOfficer',
        subject_kind: 'piece',
        subject_id: id,
      });
    }
    // The same version once more, and the new one: nothing waits.
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', settle(first))).toBe('conflict');
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', settle(first, 3))).toBe(
      'wrong_state',
    );
  });

  it('are settled once when two people do it at once, and the same sending twice is one', async () => {
    const ids = [
      await addPiece(world, { publishOn: '2026-11-23' }),
      await addPiece(world, { publishOn: '2026-11-20' }),
    ];
    await mark();
    const pieces = ids.map((id) => ({ id, version: 2 }));
    const replies = await Promise.all([
      world.call('committeeOfficer', 'study.settleLawChecks', { versionOn, pieces }),
      world.call('committeeSecretary', 'study.settleLawChecks', { versionOn, pieces: [...pieces].reverse() }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    await mark({ since: '2026-11-10' });
    const mutationId = '01980000-0000-7000-8000-0000000000aa';
    const again = { versionOn: '2026-11-10', pieces: ids.map((id) => ({ id, version: 4 })) };
    const sendings = await Promise.all([
      world.ok('committeeOfficer', 'study.settleLawChecks', again, { mutationId }),
      world.ok('committeeOfficer', 'study.settleLawChecks', again, { mutationId }),
    ]);
    expect(sendings[0]).toEqual(sendings[1]);
  });

  it('are settled all or none', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const own = await addPiece(world, {
      publishOn: '2026-11-20',
      author: 'committeeOfficer',
      reviewer: 'committeeSecretary',
    });
    await mark();
    const with_ = (other: { id: string; version: number }) => ({
      versionOn,
      pieces: [{ id: pieceId, version: 2 }, other],
    });
    const refused = (other: { id: string; version: number }) =>
      world.refused('committeeOfficer', 'study.settleLawChecks', with_(other));
    expect(await refused({ id: own, version: 2 })).toBe('second_person_needed');
    expect(await refused({ id: '01980000-0000-7000-8000-00000000ffff', version: 2 })).toBe('not_found');
    expect(await refused({ id: pieceId, version: 2 })).toBe('bad_input');
    expect(await isBeingChecked(pieceId)).toBe(true);
    await world.ok('committeeSecretary', 'study.settleLawChecks', with_({ id: own, version: 2 }));
    expect(await waitingFor('committeeSecretary')).toEqual([]);
  });

  it('are up to a hundred at once', async () => {
    const pieces: { id: string; version: number }[] = [];
    for (let count = 0; count < 100; count += 1) {
      pieces.push({ id: await addPiece(world, { publishOn: null }), version: 2 });
    }
    await mark();
    const one = { id: '01980000-0000-7000-8000-00000000ffff', version: 2 };
    const more = { versionOn, pieces: [...pieces, one] };
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', more)).toBe('bad_input');
    expect(await world.ok('committeeOfficer', 'study.settleLawChecks', { versionOn, pieces })).toEqual({
      settled: 100,
    });
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', { versionOn, pieces: [] })).toBe(
      'bad_input',
    );
  });

  it('are not settled by their author, a sibling branch, a member, or another bureau', async () => {
    const pieceId = await addPiece(world, {
      publishOn: '2026-11-20',
      at: 'branch',
      author: 'publicityOfficer',
      reviewer: 'secretary',
    });
    await mark();
    const step = settle(pieceId);
    expect(await world.refused('publicityOfficer', 'study.settleLawChecks', step)).toBe(
      'second_person_needed',
    );
    expect(await world.refused('siblingSecretary', 'study.settleLawChecks', step)).toBe('not_found');
    expect(await world.refused('member', 'study.settleLawChecks', step)).toBe('not_allowed');
    expect(await world.foreign.refused('committeeOfficer', 'study.settleLawChecks', step)).toBe('not_found');
    expect(await world.refused('secretary', 'study.settleLawChecks', settle(pieceId, 1))).toBe('conflict');
    expect(await world.ok('secretary', 'study.settleLawChecks', step)).toEqual({ settled: 1 });
  });

  it.each([
    ['2026-10-31', 'law_version_older'],
    ['2026-11-24', 'bad_input'],
  ])('do not take the version of %s: %s', async (day, code) => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark();
    const step = { ...settle(pieceId), versionOn: day };
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', step)).toBe(code);
  });

  it('are gone from the list and from readers once they are withdrawn', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark({ kind: 'repealed' });
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 2, reason: '依据已经废止' });
    expect(await waitingFor('committeeOfficer')).toEqual([]);
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', settle(pieceId, 3))).toBe(
      'wrong_state',
    );
  });
});

describe('a law that was marked by mistake', () => {
  const takeBack = (changeId: string, version = 1) => ({ changeId, version });

  it('is taken back: nothing is being checked, and those who check are told', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const other = await addPiece(world, { publishOn: '2026-11-20' });
    const { changeId } = await mark();
    expect(await isBeingChecked(pieceId)).toBe(true);
    const step = takeBack(changeId);
    expect(await world.ok('committeeSecretary', 'study.takeBackLaw', step)).toEqual({
      changeId,
      released: 2,
    });
    expect(await isBeingChecked(pieceId)).toBe(false);
    expect(await isBeingChecked(other)).toBe(false);
    expect((await world.ok('committeeOfficer', 'study.lawChecks', {})).changes).toEqual([]);
    const { notices } = await world.ok('committeeOfficer', 'reminder.inbox', {});
    expect(notices.map(({ text }) => text)).toContain(
      `《${amended.title}》的变化是标错的，已经收回，2 篇稿件不用核对了`,
    );
    // What was open on somebody's screen is not settled any more.
    const stale = { versionOn: '2026-11-01', pieces: [{ id: pieceId, version: 2 }] };
    expect(await world.refused('committeeOfficer', 'study.settleLawChecks', stale)).toBe('conflict');
  });

  it('leaves what was settled meanwhile as somebody has decided', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const { changeId } = await mark();
    await world.ok('committeeOfficer', 'study.settleLawChecks', {
      versionOn: '2026-11-01',
      pieces: [{ id: pieceId, version: 2 }],
    });
    expect(await world.ok('committeeOfficer', 'study.takeBackLaw', takeBack(changeId))).toMatchObject({
      released: 0,
    });
    const { piece } = await world.ok('member', 'study.piece', { pieceId });
    expect(piece.source).toMatchObject({ versionOn: '2026-11-01', checkedOn: '2026-11-23' });
  });

  it('has its pieces wait for the earlier change that stands', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const earlier = await mark({ since: '2022-01-01' });
    const { changeId } = await mark();
    expect(await world.ok('committeeOfficer', 'study.takeBackLaw', takeBack(changeId))).toMatchObject({
      released: 0,
    });
    const { changes } = await world.ok('committeeOfficer', 'study.lawChecks', {});
    expect(changes).toMatchObject([{ id: earlier.changeId, pieces: [{ id: pieceId }] }]);
    expect(await isBeingChecked(pieceId)).toBe(true);
    // And the earlier one taken back leaves nothing.
    await world.ok('committeeOfficer', 'study.takeBackLaw', takeBack(earlier.changeId));
    expect(await isBeingChecked(pieceId)).toBe(false);
  });

  it('is taken back once, by one of two at once, and the same sending twice is one', async () => {
    await addPiece(world, { publishOn: '2026-11-23' });
    const { changeId } = await mark();
    const step = takeBack(changeId);
    const replies = await Promise.all([
      world.call('committeeOfficer', 'study.takeBackLaw', step),
      world.call('committeeSecretary', 'study.takeBackLaw', step),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect(await world.refused('committeeOfficer', 'study.takeBackLaw', takeBack(changeId, 2))).toBe(
      'conflict',
    );
    expect((await mark()).waiting).toBe(1);
    const mutationId = '01980000-0000-7000-8000-0000000000ab';
    const sendings = await Promise.all(
      [1, 2].map(() =>
        world.ok('committeeOfficer', 'study.takeBackLaw', takeBack(changeId, 3), { mutationId }),
      ),
    );
    expect(sendings[0]).toEqual(sendings[1]);
  });

  it('can be marked anew, as what it is', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const { changeId } = await mark();
    await world.ok('committeeOfficer', 'study.takeBackLaw', takeBack(changeId));
    expect(await mark({ kind: 'repealed', note: '整部废止' })).toEqual({ changeId, waiting: 1 });
    const { changes } = await world.ok('committeeOfficer', 'study.lawChecks', {});
    expect(changes).toMatchObject([
      { kind: 'repealed', note: '整部废止', version: 3, pieces: [{ id: pieceId }] },
    ]);
    expect(await world.refused('committeeOfficer', 'study.takeBackLaw', takeBack(changeId))).toBe('conflict');
  });

  it('does not hold a piece that is approved later or in the same moment', async () => {
    const { changeId } = await mark();
    const { pieceId, version } = await world.ok('committeePublicity', 'study.saveDraft', {
      ...pieceContent,
      organisationId: world.organisations.committee,
    });
    const submitted = await world.ok('committeePublicity', 'study.submit', { pieceId, version });
    const step = { pieceId, version: submitted.version, decision: 'approve', note: '' } as const;
    const [, review] = await Promise.all([
      world.ok('committeeSecretary', 'study.takeBackLaw', takeBack(changeId)),
      world.call('committeeOfficer', 'study.review', step),
    ]);
    if (!review.ok) {
      // The reviewer sees that it was taken back first.
      expect(review.error.code).toBe('conflict');
      await world.ok('committeeOfficer', 'study.review', { ...step, version: step.version + 1 });
    }
    expect(await waitingFor('committeeSecretary')).toEqual([]);
    const rows = await world.asActor('committeeOfficer', ({ trx }) =>
      trx.selectFrom('piece').select('law_change_id').where('id', '=', pieceId).execute(),
    );
    expect(rows).toEqual([{ law_change_id: null }]);
  });

  it('is taken back by those who review for the bureau, and by no other bureau', async () => {
    const { changeId } = await mark();
    const step = takeBack(changeId);
    for (const person of ['secretary', 'member'] as const) {
      expect(await world.refused(person, 'study.takeBackLaw', step)).toBe('not_allowed');
    }
    expect(await world.foreign.refused('committeeOfficer', 'study.takeBackLaw', step)).toBe('not_found');
    expect(
      await world.refused('committeeOfficer', 'study.takeBackLaw', {
        ...step,
        changeId: '01980000-0000-7000-8000-00000000ffff',
      }),
    ).toBe('not_found');
    await world.ok('committeePublicity', 'study.takeBackLaw', step);
  });
});

describe('a piece that is approved after its law was marked', () => {
  const approve = async (versionOn: string | null) => {
    const { pieceId, version } = await world.ok('committeePublicity', 'study.saveDraft', {
      ...pieceContent,
      organisationId: world.organisations.committee,
      source: { ...pieceContent.source, versionOn },
    });
    const submitted = await world.ok('committeePublicity', 'study.submit', { pieceId, version });
    return { pieceId, version: submitted.version, decision: 'approve', note: '' } as const;
  };

  it.each([
    ['2026-10-31', 1],
    ['2026-11-01', 0],
    [null, 1],
  ])('with the version of %s waits for %i check', async (versionOn, count) => {
    await mark();
    await world.ok('committeeOfficer', 'study.review', await approve(versionOn));
    expect(await waitingFor('committeeOfficer')).toHaveLength(count);
  });

  it('in the same moment never slips through', async () => {
    const step = await approve('2019-08-26');
    const [, review] = await Promise.all([mark(), world.call('committeeOfficer', 'study.review', step)]);
    if (!review.ok) {
      // The reviewer sees the change first.
      expect(review.error.code).toBe('conflict');
      await world.ok('committeeOfficer', 'study.review', { ...step, version: step.version + 1 });
    }
    expect(await waitingFor('committeeOfficer')).toHaveLength(1);
  });
});

describe('pieces of a series', () => {
  it('wait like others when its law was marked before the approval', async () => {
    await mark();
    const { organisations } = world;
    const started = await world.ok('committeePublicity', 'study.startSeries', {
      organisationId: organisations.committee,
      title: '药品管理法',
      kind: 'explanation',
      topic: '药品',
      source: { ...pieceContent.source, article: '' },
      text: '第一条 有人来访，先请坐。',
    });
    const { seriesId } = started;
    const { version } = await world.ok('committeePublicity', 'study.submitSeries', {
      seriesId,
      version: started.version,
      from: '2026-11-24',
      weekdays: [1, 2, 3, 4, 5],
    });
    await world.ok('committeeOfficer', 'study.reviewSeries', {
      seriesId,
      version,
      decision: 'approve',
      note: '',
    });
    expect(await waitingFor('committeeOfficer')).toHaveLength(1);
  });
});

describe('what the list waits for', () => {
  it('comes through the indexes made for it, with ten years of pieces and changes', async () => {
    await world.asActor('member', async ({ trx }) => {
      await sql`
        insert into law_change (tenant_id, id, title, key, kind, since, note, marked_by, marked_at)
        select ${world.tenantId}, gen_random_uuid(), '法' || n, '法' || n, 'amended', date '2016-01-01' + n, '',
          ${world.members.committeeOfficer}, now() from generate_series(1, 2000) n`.execute(trx);
      await sql`
        insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, source,
          reviewer_id, law_change_id, updated_at)
        select ${world.tenantId}, gen_random_uuid(), ${world.organisations.committee}, ${world.members.secretary},
          'approved', 'explanation', '篇', '题', '[]', 800, '{}', ${world.members.deputySecretary},
          (select id from law_change where n % 50 = 0 and key = '法' || n), now()
        from generate_series(1, 3000) n`.execute(trx);
    });
    await world.database.owner.pool.query('analyze piece, law_change');
    await world.asActor('member', async ({ trx }) => {
      const { tenantId } = world;
      const plan = async (run: Parameters<typeof plansOf>[1]) => {
        const [only] = await plansOf(trx, run);
        expect(only).not.toMatch(/Seq Scan on (piece|law_change)/);
        return only;
      };
      const laws = await findMarkedLaws(trx, tenantId, 50);
      expect(await plan((one) => findMarkedLaws(one, tenantId, 50))).toContain('law_change_by_day');
      expect(await plan((one) => findChangesOf(one, tenantId, '法7'))).toContain(
        'law_change_tenant_id_key_since_key',
      );
      const of = {
        changeIds: laws.map((law) => law.id),
        organisationIds: [world.organisations.committee],
        limit: 301,
      };
      expect(await plan((one) => findWaiting(one, tenantId, of))).toContain('piece_by_law_change');
      expect(await plan((one) => countWaiting(one, tenantId, laws[0]?.id ?? ''))).toContain(
        'piece_by_law_change',
      );
      const pieceIds = ['01980000-0000-7000-8000-00000000ffff'];
      expect(await plan((one) => lockPiecesToSettle(one, tenantId, pieceIds))).toContain('piece_pkey');
    });
  });
});
