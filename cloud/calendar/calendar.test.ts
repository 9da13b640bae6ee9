import { createTestBureau, type TestWorld } from '../testing/bureau';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
afterEach(() => world.database.owner.pool.query('truncate calendar_day'));

const nationalDay = { day: '2027-10-01', kind: 'holiday', name: '国庆节' } as const;

describe('calendar.year', () => {
  it('shows every member the built-in notice of a known year, to keepers with the right to edit', async () => {
    const seen = await world.ok('member', 'calendar.year', { year: 2026 });
    expect(seen).toMatchObject({ year: 2026, known: true, mayEdit: false });
    expect(seen.days).toContainEqual({ day: '2026-10-01', kind: 'holiday', name: '国庆节', edited: false });
    expect(await world.ok('committeeOfficer', 'calendar.year', { year: 2026 })).toMatchObject({
      mayEdit: true,
    });
    expect(await world.ok('systemAdmin', 'calendar.year', { year: 2026 })).toMatchObject({ mayEdit: true });
  });

  it('says that the holidays of 2027 have not been entered, until the bureau enters one', async () => {
    expect(await world.ok('member', 'calendar.year', { year: 2027 })).toMatchObject({
      known: false,
      days: [],
    });
    await world.ok('committeeOfficer', 'calendar.setDay', nationalDay);
    expect(await world.ok('member', 'calendar.year', { year: 2027 })).toMatchObject({
      known: true,
      days: [{ ...nationalDay, edited: true }],
    });
  });

  it.each([2003, 2101, 2026.5])('refuses the year %s', async (year) => {
    expect(await world.refused('member', 'calendar.year', { year })).toBe('bad_input');
  });
});

describe('calendar.setDay', () => {
  it('lays an edit over the table, changes it, and takes it off again', async () => {
    const day = '2026-10-01';
    await world.ok('committeeOfficer', 'calendar.setDay', { day, kind: 'workday', name: '照常上班' });
    await world.ok('systemAdmin', 'calendar.setDay', { day, kind: 'workday', name: '值班日' });
    const edited = await world.ok('member', 'calendar.year', { year: 2026 });
    expect(edited.days).toContainEqual({ day, kind: 'workday', name: '值班日', edited: true });
    await world.ok('committeeOfficer', 'calendar.setDay', { day, kind: 'asTable', name: '照表' });
    const restored = await world.ok('member', 'calendar.year', { year: 2026 });
    expect(restored.days).toContainEqual({ day, kind: 'holiday', name: '国庆节', edited: false });
  });

  it('is refused to members and to a branch, and writes nothing then', async () => {
    for (const person of ['member', 'secretary', 'committeePublicity', 'clerk', 'auditAdmin'] as const) {
      expect(await world.refused(person, 'calendar.setDay', nationalDay)).toBe('not_allowed');
    }
    const { rows } = await world.asActor('member', async ({ trx }) => ({
      rows: await trx.selectFrom('calendar_day').selectAll().execute(),
    }));
    expect(rows).toEqual([]);
  });

  it('touches the own bureau only', async () => {
    await world.ok('committeeOfficer', 'calendar.setDay', nationalDay);
    expect(await world.foreign.ok('member', 'calendar.year', { year: 2027 })).toMatchObject({ known: false });
  });

  it('leaves an audit row in which the day can be read', async () => {
    await world.ok('committeeOfficer', 'calendar.setDay', nationalDay);
    const audit = await world.asActor('member', ({ trx }) =>
      // The clock stands still: rows of other tests bear the same time.
      trx
        .selectFrom('audit_row')
        .selectAll()
        .where('action', '=', 'calendar.setDay')
        .where('actor_id', '=', world.members.committeeOfficer)
        .where('subject_id', '=', '20271001-0000-8000-8000-000000000000')
        .execute(),
    );
    expect(audit[0]).toMatchObject({
      actor_id: world.members.committeeOfficer,
      post: 'committeeOfficer',
      subject_kind: 'calendarDay',
      subject_id: '20271001-0000-8000-8000-000000000000',
    });
  });

  it.each([
    [{ ...nationalDay, day: '2027-02-30' }, 'a day that does not exist'],
    [{ ...nationalDay, name: '  ' }, 'no name'],
    [{ ...nationalDay, kind: 'sleep' as 'holiday' }, 'an unknown kind'],
  ])('refuses %j: %s', async (input, _why) => {
    expect(await world.refused('committeeOfficer', 'calendar.setDay', input)).toBe('bad_input');
  });

  it('keeps one row when two people enter the same day at once', async () => {
    await Promise.all([
      world.ok('committeeOfficer', 'calendar.setDay', nationalDay),
      world.ok('systemAdmin', 'calendar.setDay', { ...nationalDay, name: '国庆' }),
    ]);
    const { days } = await world.ok('member', 'calendar.year', { year: 2027 });
    expect(days).toHaveLength(1);
  });
});
