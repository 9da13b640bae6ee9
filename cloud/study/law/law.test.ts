import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { addPiece, pieceContent } from '../../testing/pieces';

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
const waitingFor = async (person: 'committeeOfficer' | 'secretary' | 'committeePublicity') =>
  (await world.ok(person, 'study.lawChecks', {})).changes.flatMap((change) => change.pieces);
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

describe('a piece that waits for its check', () => {
  const settle = { versionOn: '2026-11-01' };

  it('stays approved with the new version and today as the day of checking', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark();
    const [waiting] = await waitingFor('committeeOfficer');
    const version = waiting?.version ?? 0;
    const step = { pieceId, version, ...settle };
    expect(await world.ok('committeeOfficer', 'study.settleLawCheck', step)).toEqual({
      pieceId,
      version: version + 1,
      state: 'approved',
    });
    const { piece } = await world.ok('member', 'study.piece', { pieceId });
    expect(piece).toMatchObject({
      beingChecked: false,
      source: { ...pieceContent.source, versionOn: '2026-11-01', checkedOn: '2026-11-23' },
    });
    expect(await waitingFor('committeeOfficer')).toEqual([]);
    const rows = await world.asActor('committeeOfficer', ({ trx }) =>
      trx.selectFrom('audit_row').select('action').where('subject_id', '=', pieceId).execute(),
    );
    expect(rows).toEqual([{ action: 'study.settleLawCheck' }]);
    // The same version once more, and the new one: nothing waits.
    expect(await world.refused('committeeOfficer', 'study.settleLawCheck', step)).toBe('conflict');
    expect(
      await world.refused('committeeOfficer', 'study.settleLawCheck', { ...step, version: version + 1 }),
    ).toBe('wrong_state');
  });

  it('is settled once when two people do it at once, and the same sending twice is one', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark();
    const step = { pieceId, version: 2, ...settle };
    const replies = await Promise.all([
      world.call('committeeOfficer', 'study.settleLawCheck', step),
      world.call('committeeSecretary', 'study.settleLawCheck', step),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    await mark({ since: '2026-11-10' });
    const mutationId = '01980000-0000-7000-8000-0000000000aa';
    const again = { pieceId, version: 4, versionOn: '2026-11-10' };
    const sendings = await Promise.all([
      world.ok('committeeOfficer', 'study.settleLawCheck', again, { mutationId }),
      world.ok('committeeOfficer', 'study.settleLawCheck', again, { mutationId }),
    ]);
    expect(sendings[0]).toEqual(sendings[1]);
  });

  it('is not settled by its author, a sibling branch, a member, or another bureau', async () => {
    const pieceId = await addPiece(world, {
      publishOn: '2026-11-20',
      at: 'branch',
      author: 'publicityOfficer',
      reviewer: 'secretary',
    });
    await mark();
    const step = { pieceId, version: 2, ...settle };
    expect(await world.refused('publicityOfficer', 'study.settleLawCheck', step)).toBe(
      'second_person_needed',
    );
    expect(await world.refused('siblingSecretary', 'study.settleLawCheck', step)).toBe('not_found');
    expect(await world.refused('member', 'study.settleLawCheck', step)).toBe('not_allowed');
    expect(await world.foreign.refused('committeeOfficer', 'study.settleLawCheck', step)).toBe('not_found');
    expect(await world.refused('secretary', 'study.settleLawCheck', { ...step, version: 1 })).toBe(
      'conflict',
    );
    expect((await world.ok('secretary', 'study.settleLawCheck', step)).state).toBe('approved');
  });

  it.each([
    ['2026-10-31', 'law_version_older'],
    ['2026-11-24', 'bad_input'],
  ])('does not take the version of %s: %s', async (versionOn, code) => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark();
    const step = { pieceId, version: 2, versionOn };
    expect(await world.refused('committeeOfficer', 'study.settleLawCheck', step)).toBe(code);
  });

  it('is gone from the list and from readers once it is withdrawn', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await mark({ kind: 'repealed' });
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 2, reason: '依据已经废止' });
    expect(await waitingFor('committeeOfficer')).toEqual([]);
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    expect(
      await world.refused('committeeOfficer', 'study.settleLawCheck', { pieceId, version: 3, ...settle }),
    ).toBe('wrong_state');
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
