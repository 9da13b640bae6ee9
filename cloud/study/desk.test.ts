import { randomUUID } from 'node:crypto';
import type { Input } from '../../src/contract/operations';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { addPiece, pieceContent } from '../testing/pieces';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() => world.database.owner.pool.query('truncate piece, study_mark, calendar_day, notice cascade'));

type DraftInput = Input<'study.saveDraft'>;

const draftFor = (at: TestOrganisation, over: Partial<DraftInput> = {}): DraftInput => ({
  ...pieceContent,
  organisationId: world.organisations[at],
  ...over,
});

async function write(person: TestPersonName, at: TestOrganisation): Promise<string> {
  return (await world.ok(person, 'study.saveDraft', draftFor(at))).pieceId;
}

/** A piece of the committee, handed in: version 2. */
async function submitted(person: TestPersonName = 'committeePublicity', at: TestOrganisation = 'committee') {
  const pieceId = await write(person, at);
  await world.ok(person, 'study.submit', { pieceId, version: 1 });
  return pieceId;
}

const approve = (pieceId: string, version = 2) =>
  ({ pieceId, version, decision: 'approve', note: '' }) as const;

const pieceRow = (pieceId: string) =>
  world.asActor('member', ({ trx }) =>
    trx.selectFrom('piece').selectAll().where('id', '=', pieceId).executeTakeFirstOrThrow(),
  );

describe('the way of a piece', () => {
  it('goes from the first word to the readers through two people', async () => {
    const pieceId = await write('committeePublicity', 'committee');
    expect(
      await world.ok(
        'committeePublicity',
        'study.saveDraft',
        draftFor('committee', { pieceId, version: 1, title: '第二稿' }),
      ),
    ).toEqual({
      pieceId,
      version: 2,
      state: 'draft',
    });
    await world.ok('committeePublicity', 'study.submit', { pieceId, version: 2 });
    await world.ok('committeeOfficer', 'study.review', {
      pieceId,
      version: 3,
      decision: 'return',
      note: '第 1 段缺来源',
    });
    expect(await world.ok('committeePublicity', 'study.draft', { pieceId })).toMatchObject({
      state: 'returned',
      note: '第 1 段缺来源',
      mine: true,
      mayWrite: true,
      mayReview: false,
    });
    await world.ok(
      'committeePublicity',
      'study.saveDraft',
      draftFor('committee', { pieceId, version: 4, title: '第三稿' }),
    );
    await world.ok('committeePublicity', 'study.submit', { pieceId, version: 5 });
    const approved = await world.ok('committeeOfficer', 'study.review', {
      ...approve(pieceId, 6),
      publishOn: '2026-11-24',
    });
    expect(approved).toEqual({ pieceId, version: 7, state: 'approved' });
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    world.clock.set('2026-11-24T07:30:00+08:00');
    expect((await world.ok('member', 'study.today', {})).piece).toMatchObject({
      id: pieceId,
      title: '第三稿',
      demo: false,
    });
    const { notices } = await world.ok('committeePublicity', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text).sort()).toEqual(
      ['《第三稿》审核通过了', '《第二稿》退回修改：第 1 段缺来源'].sort(),
    );
  });

  it('leaves an audit row of each step, with hat and piece', async () => {
    const pieceId = await submitted();
    await world.ok('committeeOfficer', 'study.review', approve(pieceId));
    const audit = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('audit_row').selectAll().where('subject_id', '=', pieceId).execute(),
    );
    expect(audit.map((row) => [row.action, row.post, row.subject_kind]).sort()).toEqual([
      ['study.review', 'committeeOfficer', 'piece'],
      ['study.saveDraft', 'publicityOfficer', 'piece'],
      ['study.submit', 'publicityOfficer', 'piece'],
    ]);
  });

  it('records for whom a clerk writes', async () => {
    const pieceId = await write('clerk', 'branch');
    const audit = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('audit_row').selectAll().where('subject_id', '=', pieceId).executeTakeFirstOrThrow(),
    );
    expect(audit).toMatchObject({ post: 'clerk', acting_for: world.organisations.branch });
  });
});

describe('study.saveDraft', () => {
  it('is for those who write for that organisation', async () => {
    expect(await world.refused('member', 'study.saveDraft', draftFor('branch'))).toBe('not_allowed');
    expect(await world.refused('secretary', 'study.saveDraft', draftFor('sibling'))).toBe('not_found');
    expect(await world.refused('secretary', 'study.saveDraft', draftFor('committee'))).toBe('not_found');
    expect(await world.refused('clerk', 'study.saveDraft', draftFor('sibling'))).toBe('not_found');
    const foreign = draftFor('committee', { organisationId: world.foreign.organisations.committee });
    expect(await world.refused('committeeOfficer', 'study.saveDraft', foreign)).toBe('not_found');
  });

  it('lets nobody else write on a draft: neither the sibling branch nor the superior nor another bureau', async () => {
    const pieceId = await write('secretary', 'branch');
    const edit = draftFor('branch', { pieceId, version: 1, title: '别人的改动' });
    expect(await world.refused('siblingSecretary', 'study.saveDraft', edit)).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'study.saveDraft', edit)).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'study.saveDraft', edit)).toBe('not_found');
    expect(await pieceRow(pieceId)).toMatchObject({ title: pieceContent.title, version: 1 });
  });

  it('of two people with one version lets one through and tells the other', async () => {
    const pieceId = await write('secretary', 'branch');
    const replies = await Promise.all([
      world.call('secretary', 'study.saveDraft', draftFor('branch', { pieceId, version: 1, title: '甲' })),
      world.call(
        'publicityOfficer',
        'study.saveDraft',
        draftFor('branch', { pieceId, version: 1, title: '乙' }),
      ),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect(await pieceRow(pieceId)).toMatchObject({ version: 2 });
  });

  it('does not edit what was handed in or approved', async () => {
    const pieceId = await submitted();
    const edit = (version: number) => draftFor('committee', { pieceId, version, title: '偷改' });
    expect(await world.refused('committeePublicity', 'study.saveDraft', edit(1))).toBe('conflict');
    expect(await world.refused('committeePublicity', 'study.saveDraft', edit(2))).toBe('wrong_state');
    await world.ok('committeeOfficer', 'study.review', approve(pieceId));
    expect(await world.refused('committeePublicity', 'study.saveDraft', edit(3))).toBe('wrong_state');
    expect(await pieceRow(pieceId)).toMatchObject({ title: pieceContent.title });
  });

  it.each([
    ['single', ['甲', '乙'], [2]],
    ['single', ['甲', '乙'], [0, 1]],
    ['multiple', ['甲', '乙'], [1]],
    ['trueFalse', ['对', '错'], [1]],
    ['trueFalse', [], [2]],
  ] as const)(
    'refuses a self-check of type %s with %j and key %j, and keeps nothing',
    async (type, options, key) => {
      const check = { type, stem: '题', options: [...options], key: [...key], explanation: '因' };
      expect(
        await world.refused('secretary', 'study.saveDraft', draftFor('branch', { checks: [check] })),
      ).toBe('bad_input');
      const { pieces } = await world.ok('secretary', 'study.desk', {});
      expect(pieces).toEqual([]);
    },
  );

  it('refuses an edit without the version that was seen, and one that moves the piece to another organisation', async () => {
    const pieceId = await write('committeePublicity', 'committee');
    expect(
      await world.refused('committeePublicity', 'study.saveDraft', draftFor('committee', { pieceId })),
    ).toBe('bad_input');
    const moved = draftFor('branch', { pieceId, version: 1 });
    expect(await world.refused('committeePublicity', 'study.saveDraft', moved)).toBe('bad_input');
  });

  it('keeps scripts in a text as text', async () => {
    const text = '<script>alert(1)</script>';
    const { pieceId } = await world.ok(
      'secretary',
      'study.saveDraft',
      draftFor('branch', { blocks: [{ type: 'paragraph', text }] }),
    );
    expect((await world.ok('secretary', 'study.draft', { pieceId })).blocks).toEqual([
      { type: 'paragraph', text },
    ]);
  });

  it('makes one draft of a mutation that arrives twice at once', async () => {
    const mutationId = randomUUID();
    const save = () => world.ok('secretary', 'study.saveDraft', draftFor('branch'), { mutationId });
    const [first, second] = await Promise.all([save(), save()]);
    expect(second).toEqual(first);
    expect((await world.ok('secretary', 'study.desk', {})).pieces).toHaveLength(1);
  });
});

describe('study.submit', () => {
  it.each([
    ['no source', { source: null }],
    ['no paragraph', { blocks: [{ type: 'heading' as const, text: '一' }] }],
  ])('asks for what is missing: %s', async (_what, over) => {
    const { pieceId } = await world.ok('secretary', 'study.saveDraft', draftFor('branch', over));
    expect(await world.refused('secretary', 'study.submit', { pieceId, version: 1 })).toBe(
      'piece_incomplete',
    );
    expect(await pieceRow(pieceId)).toMatchObject({ state: 'draft', version: 1 });
  });

  it('happens once', async () => {
    const pieceId = await submitted();
    expect(await world.refused('committeePublicity', 'study.submit', { pieceId, version: 1 })).toBe(
      'conflict',
    );
    expect(await world.refused('committeePublicity', 'study.submit', { pieceId, version: 2 })).toBe(
      'wrong_state',
    );
  });
});

describe('study.review', () => {
  it('needs a second person: neither the author nor whoever wrote on the draft', async () => {
    const pieceId = await write('secretary', 'branch');
    await world.ok(
      'publicityOfficer',
      'study.saveDraft',
      draftFor('branch', { pieceId, version: 1, title: '改过' }),
    );
    await world.ok('secretary', 'study.submit', { pieceId, version: 2 });
    expect(await world.refused('secretary', 'study.review', approve(pieceId, 3))).toBe(
      'second_person_needed',
    );
    expect(await world.refused('publicityOfficer', 'study.review', approve(pieceId, 3))).toBe(
      'second_person_needed',
    );
    expect(await world.ok('deputySecretary', 'study.review', approve(pieceId, 3))).toMatchObject({
      state: 'approved',
    });
  });

  it('is held by the database as well: no approval by an author or by an editor', async () => {
    const pieceId = await write('secretary', 'branch');
    await world.ok('publicityOfficer', 'study.saveDraft', draftFor('branch', { pieceId, version: 1 }));
    for (const reviewer of ['secretary', 'publicityOfficer'] as const) {
      const forged = world.asActor(reviewer, ({ trx, now }) =>
        trx
          .updateTable('piece')
          .set({ state: 'approved', reviewer_id: world.members[reviewer], reviewed_at: now })
          .where('id', '=', pieceId)
          .execute(),
      );
      await expect(forged).rejects.toMatchObject({ code: '23514' });
    }
  });

  it('is for reviewers of that organisation or above it', async () => {
    const pieceId = await submitted('secretary', 'branch');
    expect(await world.refused('member', 'study.review', approve(pieceId))).toBe('not_allowed');
    expect(await world.refused('clerk', 'study.review', approve(pieceId))).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'study.review', approve(pieceId))).toBe('not_found');
    expect(await world.foreign.refused('committeeOfficer', 'study.review', approve(pieceId))).toBe(
      'not_found',
    );
    expect(await world.ok('committeeOfficer', 'study.review', approve(pieceId))).toMatchObject({
      state: 'approved',
    });
  });

  it('returns only with a note, and never with a day', async () => {
    const pieceId = await submitted();
    const back = { pieceId, version: 2, decision: 'return' } as const;
    expect(await world.refused('committeeOfficer', 'study.review', { ...back, note: '  ' })).toBe(
      'bad_input',
    );
    const withDay = { ...back, note: '缺来源', publishOn: '2026-11-24' };
    expect(await world.refused('committeeOfficer', 'study.review', withDay)).toBe('bad_input');
  });

  it('judges a piece that was handed in, once', async () => {
    const draft = await write('committeePublicity', 'committee');
    expect(await world.refused('committeeOfficer', 'study.review', approve(draft, 1))).toBe('wrong_state');
    const pieceId = await submitted();
    const replies = await Promise.all([
      world.call('committeeOfficer', 'study.review', approve(pieceId)),
      world.call('committeeSecretary', 'study.review', approve(pieceId)),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
  });

  it('gives a day only by the hand of those who may lay pieces on days', async () => {
    const pieceId = await submitted('committeeOfficer');
    const withDay = { ...approve(pieceId), publishOn: '2026-11-24' };
    expect(await world.refused('committeePublicity', 'study.review', withDay)).toBe('not_allowed');
    expect(await pieceRow(pieceId)).toMatchObject({ state: 'submitted', version: 2 });
    expect(await world.ok('committeePublicity', 'study.review', approve(pieceId))).toMatchObject({
      state: 'approved',
    });
  });

  it('approves nothing when the day does not work, and keeps no half of it', async () => {
    await addPiece(world, { publishOn: '2026-11-20' });
    await addPiece(world, { publishOn: '2026-11-24' });
    const pieceId = await submitted();
    const on = (publishOn: string) => ({ ...approve(pieceId), publishOn });
    expect(await world.refused('committeeOfficer', 'study.review', on('2026-11-24'))).toBe('day_taken');
    expect(await world.refused('committeeOfficer', 'study.review', on('2026-11-28'))).toBe('not_a_workday');
    expect(await world.refused('committeeOfficer', 'study.review', on('2026-11-23'))).toBe('day_in_past');
    expect(await pieceRow(pieceId)).toMatchObject({ state: 'submitted', version: 2, reviewer_id: null });
    const notices = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('notice').selectAll().execute(),
    );
    expect(notices.filter(({ text }) => text.includes('通过'))).toEqual([]);
  });
});

describe('study.schedule', () => {
  it('lays a piece on a day and on another one until it is published', async () => {
    const pieceId = await addPiece(world, { publishOn: null });
    const schedule = (version: number, publishOn: string) => ({ pieceId, version, publishOn });
    await world.ok('committeeOfficer', 'study.schedule', schedule(1, '2026-11-24'));
    await world.ok('committeeOfficer', 'study.schedule', schedule(2, '2026-11-25'));
    expect((await pieceRow(pieceId)).publish_at?.toISOString()).toBe('2026-11-24T23:30:00.000Z');
    world.clock.set('2026-11-25T07:29:59.999+08:00');
    await world.ok('committeeOfficer', 'study.schedule', schedule(3, '2026-11-25'));
    world.clock.set('2026-11-25T07:30:00+08:00');
    expect(await world.refused('committeeOfficer', 'study.schedule', schedule(4, '2026-11-26'))).toBe(
      'wrong_state',
    );
  });

  it('takes today all day for the very first piece, which is out at once; then no more', async () => {
    const [first, second] = [
      await addPiece(world, { publishOn: null }),
      await addPiece(world, { publishOn: null }),
    ];
    expect((await world.ok('committeeOfficer', 'study.desk', {})).plan[0]?.day).toBe('2026-11-23');
    await addPiece(world, { publishOn: '2026-11-20', bureau: world.foreign });
    const lay = (pieceId: string, publishOn: string) =>
      world.call('committeeOfficer', 'study.schedule', { pieceId, version: 1, publishOn });
    expect(await lay(first, '2026-11-20')).toMatchObject({ ok: false, error: { code: 'day_in_past' } });
    expect(await lay(first, '2026-11-23')).toMatchObject({ ok: true });
    expect((await world.ok('member', 'study.today', {})).piece).toMatchObject({ id: first });
    expect(
      await world.refused('committeeOfficer', 'study.schedule', {
        pieceId: second,
        version: 1,
        publishOn: '2026-11-23',
      }),
    ).toBe('day_in_past');
  });

  it('takes today for one very first piece, also when two branches lay theirs at once, and not again after it was taken down', async () => {
    const [ofBranch, ofSibling, third] = [
      await addPiece(world, { at: 'branch', publishOn: null }),
      await addPiece(world, { at: 'sibling', publishOn: null }),
      await addPiece(world, { publishOn: null }),
    ];
    const today = { version: 1, publishOn: '2026-11-23' };
    const laid = await Promise.all([
      world.call('secretary', 'study.schedule', { pieceId: ofBranch, ...today }),
      world.call('siblingSecretary', 'study.schedule', { pieceId: ofSibling, ...today }),
    ]);
    expect(laid.map((reply) => (reply.ok ? 'laid' : reply.error.code)).sort()).toEqual([
      'day_in_past',
      'laid',
    ]);
    await world.ok(laid[0]?.ok ? 'secretary' : 'siblingSecretary', 'study.withdraw', {
      pieceId: laid[0]?.ok ? ofBranch : ofSibling,
      version: 2,
      reason: '写错了',
    });
    expect(await world.refused('committeeOfficer', 'study.schedule', { pieceId: third, ...today })).toBe(
      'day_in_past',
    );
  });

  it('takes today for the very first piece from the second person only, who wrote none of it', async () => {
    const draft = await world.ok('secretary', 'study.saveDraft', {
      ...pieceContent,
      organisationId: world.organisations.branch,
    });
    const handedIn = await world.ok('secretary', 'study.submit', draft);
    const { pieceId, version } = handedIn;
    const today = { pieceId, version, publishOn: '2026-11-23' };
    expect(await world.refused('secretary', 'study.schedule', today)).toBe('wrong_state');
    expect(
      await world.refused('secretary', 'study.review', { ...today, decision: 'approve', note: '' }),
    ).toBe('second_person_needed');
    expect((await world.ok('member', 'study.today', {})).piece).toBeNull();
  });

  it('takes today until 07:30 and no day gone by', async () => {
    await addPiece(world, { publishOn: '2026-11-20' });
    const pieceId = await addPiece(world, { publishOn: null });
    const today = { pieceId, version: 1, publishOn: '2026-11-23' };
    expect(await world.refused('committeeOfficer', 'study.schedule', today)).toBe('day_in_past');
    expect(
      await world.refused('committeeOfficer', 'study.schedule', { ...today, publishOn: '2026-11-20' }),
    ).toBe('day_in_past');
    world.clock.set('2026-11-23T07:29:00+08:00');
    await world.ok('committeeOfficer', 'study.schedule', today);
  });

  it('follows holidays, exchanged days and what the bureau entered', async () => {
    world.clock.set('2026-09-28T09:00:00+08:00');
    const pieceId = await addPiece(world, { publishOn: null });
    const on = (publishOn: string, version = 1) => ({ pieceId, version, publishOn });
    expect(await world.refused('committeeOfficer', 'study.schedule', on('2026-10-01'))).toBe('not_a_workday');
    await world.ok('committeeOfficer', 'calendar.setDay', {
      day: '2026-10-09',
      kind: 'holiday',
      name: '搬家',
    });
    expect(await world.refused('committeeOfficer', 'study.schedule', on('2026-10-09'))).toBe('not_a_workday');
    await world.ok('committeeOfficer', 'study.schedule', on('2026-10-10'));
    await world.ok('committeeOfficer', 'study.schedule', on('2027-01-01', 2));
  });

  it('gives a day to one of two pieces that want it at once, and to one of each organisation', async () => {
    const pieces = [await addPiece(world, { publishOn: null }), await addPiece(world, { publishOn: null })];
    const replies = await Promise.all(
      pieces.map((pieceId) =>
        world.call('committeeOfficer', 'study.schedule', { pieceId, version: 1, publishOn: '2026-11-24' }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['day_taken', 'ok']);
    const branch = await addPiece(world, { publishOn: null, at: 'branch' });
    await world.ok('secretary', 'study.schedule', { pieceId: branch, version: 1, publishOn: '2026-11-24' });
  });

  it('is not for members, writers, siblings or the superior', async () => {
    const pieceId = await addPiece(world, { publishOn: null, at: 'branch' });
    const input = { pieceId, version: 1, publishOn: '2026-11-24' };
    expect(await world.refused('member', 'study.schedule', input)).toBe('not_allowed');
    expect(await world.refused('publicityOfficer', 'study.schedule', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'study.schedule', input)).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'study.schedule', input)).toBe('not_found');
    expect(await world.refused('secretary', 'study.schedule', { ...input, version: 9 })).toBe('conflict');
  });

  it('lays nothing that was not approved', async () => {
    const pieceId = await submitted('secretary', 'branch');
    const input = { pieceId, version: 2, publishOn: '2026-11-24' };
    expect(await world.refused('secretary', 'study.schedule', input)).toBe('wrong_state');
  });
});

describe('study.withdraw', () => {
  it('takes a published piece down for every reader, says why, and frees its day', async () => {
    world.clock.set('2026-11-23T07:00:00+08:00');
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    const other = await addPiece(world, { publishOn: null });
    await world.ok('committeeOfficer', 'study.schedule', {
      pieceId: other,
      version: 1,
      publishOn: '2026-11-23',
    });
    world.clock.set(TEST_NOW);
    expect((await world.ok('member', 'study.today', {})).piece?.id).toBe(other);
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    const { notices } = await world.ok('committeePublicity', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text)).toEqual(['《committee 2026-11-23》撤下了：条文改了']);
  });

  it('keeps the day of what was published and takes it from what was not', async () => {
    const published = await addPiece(world, { publishOn: '2026-11-20' });
    const coming = await addPiece(world, { publishOn: '2026-11-24' });
    for (const pieceId of [published, coming]) {
      await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    }
    expect(await pieceRow(published)).toMatchObject({
      state: 'withdrawn',
      publish_on: '2026-11-20',
      note: '条文改了',
    });
    expect(await pieceRow(coming)).toMatchObject({ state: 'withdrawn', publish_on: null, publish_at: null });
  });

  it('may come from above, but not from a member or a sibling, and happens once', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20', at: 'branch' });
    const input = { pieceId, version: 1, reason: '有误' };
    expect(await world.refused('member', 'study.withdraw', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'study.withdraw', input)).toBe('not_found');
    await world.ok('committeeOfficer', 'study.withdraw', input);
    expect(await world.refused('secretary', 'study.withdraw', { ...input, version: 2 })).toBe('wrong_state');
  });
});

describe('study.desk', () => {
  it('shows the plan and the stock of the bureau to its keepers', async () => {
    const ids: string[] = [];
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-26'])
      ids.push(await addPiece(world, { publishOn: day }));
    const desk = await world.ok('committeeOfficer', 'study.desk', {});
    expect(desk).toMatchObject({ stockWorkdays: 2, calendarKnown: true, mayReview: true, maySchedule: true });
    expect(desk.writeFor).toEqual([{ id: world.organisations.committee, name: '测试局机关党委' }]);
    expect(desk.plan).toHaveLength(15);
    expect(desk.plan.slice(0, 5).map(({ day, piece }) => [day, piece?.id ?? null])).toEqual([
      ['2026-11-23', ids[0]],
      ['2026-11-24', ids[1]],
      ['2026-11-25', null],
      ['2026-11-26', ids[2]],
      ['2026-11-27', null],
    ]);
  });

  it('counts the bureau’s pieces into a branch’s stock without showing them, and plans the branch’s own', async () => {
    await addPiece(world, { publishOn: '2026-11-24' });
    const own = await addPiece(world, { publishOn: '2026-11-25', at: 'branch' });
    const desk = await world.ok('secretary', 'study.desk', {});
    expect(desk.stockWorkdays).toBe(2);
    expect(desk.plan.flatMap(({ day, piece }) => (piece ? [[day, piece.id]] : []))).toEqual([
      ['2026-11-25', own],
    ]);
    expect(desk.pieces.map((piece) => piece.id)).toEqual([own]);
    expect(desk.writeFor).toEqual([{ id: world.organisations.branch, name: '机关第一党支部' }]);
  });

  it('says so when the plan reaches into a year whose holidays have not been entered', async () => {
    world.clock.set('2026-12-10T09:00:00+08:00');
    expect(await world.ok('secretary', 'study.desk', {})).toMatchObject({ calendarKnown: true });
    world.clock.set('2026-12-14T09:00:00+08:00');
    expect(await world.ok('secretary', 'study.desk', {})).toMatchObject({ calendarKnown: false });
  });

  it('shows what is being written to its writers only, and what was handed in to reviewers above', async () => {
    const draft = await write('secretary', 'branch');
    const handedIn = await submitted('publicityOfficer', 'branch');
    const seen = async (person: TestPersonName) =>
      (await world.ok(person, 'study.desk', {})).pieces.map((piece) => piece.id).sort();
    expect(await seen('secretary')).toEqual([draft, handedIn].sort());
    expect(await seen('clerk')).toEqual([draft, handedIn].sort());
    expect(await seen('committeeOfficer')).toEqual([handedIn]);
    expect(await seen('siblingSecretary')).toEqual([]);
    expect(await world.refused('member', 'study.desk', {})).toBe('not_allowed');
  });

  it('keeps what was published in the last month and lets older pieces go', async () => {
    const recent = await addPiece(world, { publishOn: '2026-10-24' });
    await addPiece(world, { publishOn: '2026-10-23' });
    const { pieces } = await world.ok('committeeOfficer', 'study.desk', {});
    expect(pieces.map((piece) => piece.id)).toEqual([recent]);
  });
});

describe('study.draft', () => {
  it('shows everything to those who work on it and nothing to others', async () => {
    const pieceId = await submitted('secretary', 'branch');
    expect(await world.ok('committeeOfficer', 'study.draft', { pieceId })).toMatchObject({
      ...pieceContent,
      organisationId: world.organisations.branch,
      authorName: '禾书远',
      mine: false,
      mayWrite: false,
      mayReview: true,
      maySchedule: false,
    });
    expect(await world.refused('member', 'study.draft', { pieceId })).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'study.draft', { pieceId })).toBe('not_found');
    expect(await world.foreign.refused('committeeOfficer', 'study.draft', { pieceId })).toBe('not_found');
  });

  it('keeps a draft from those who only review', async () => {
    const pieceId = await write('secretary', 'branch');
    expect(await world.refused('committeeOfficer', 'study.draft', { pieceId })).toBe('not_found');
    expect(await world.ok('publicityOfficer', 'study.draft', { pieceId })).toMatchObject({ mayWrite: true });
  });
});
