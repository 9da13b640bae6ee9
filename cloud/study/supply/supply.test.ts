import { sql } from 'kysely';
import { inTenant } from '../../database/tenantTransaction';
import { purgeTenant } from '../../purge';
import { createTestBureau, TEST_NOW, type TestBureau, type TestWorld } from '../../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../../testing/people';
import { addPiece, pieceContent } from '../../testing/pieces';
import { plansOf } from '../../testing/plansOf';
import { runTick } from '../../tick';
import { findSupplied, findTurns } from './supplyRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
// Monday, 08:30.
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() =>
  world.database.owner.pool.query(
    'truncate supply_turn, supply_swap, supply_piece, piece, search_entry, notice, stock_notice cascade',
  ),
);

const lay = (
  suppliers: TestOrganisation[],
  {
    from = '2026-11-30',
    weeks = suppliers.length,
    as = 'committeePublicity' as TestPersonName,
    at = 'committee' as TestOrganisation,
  } = {},
) =>
  world.ok(as, 'study.laySupply', {
    organisationId: world.organisations[at],
    from,
    weeks,
    supplierIds: suppliers.map((one) => world.organisations[one]),
  });
const rota = (person: TestPersonName) => world.ok(person, 'study.supplyRota', {});
const weeksOf = async (person: TestPersonName) =>
  (await rota(person)).turns.map(({ week, supplier }) => [week, supplier.name]);
const noticesOf = async (person: TestPersonName, bureau: TestBureau = world) =>
  (await bureau.ok(person, 'reminder.inbox', {})).notices.map(({ text }) => text);
const tick = async () =>
  expect(await runTick(world.database.db, world.ports)).toMatchObject({ brokenSteps: 0 });
const FIRST = '机关第一党支部';
const SECOND = '机关第二党支部';

describe('laying the rota', () => {
  it('gives the weeks in turn, in a second sitting to whoever has waited longest', async () => {
    await lay(['branch', 'sibling'], { weeks: 3 });
    expect(await weeksOf('committeeOfficer')).toEqual([
      ['2026-11-30', FIRST],
      ['2026-12-07', SECOND],
      ['2026-12-14', FIRST],
    ]);
    await lay(['branch', 'sibling', 'group'], { weeks: 5 });
    expect((await weeksOf('committeeOfficer')).slice(3)).toEqual([
      ['2026-12-21', '第一党小组'],
      ['2026-12-28', SECOND],
    ]);
  });

  it('leaves out a week of holidays, and offers the weeks that are free', async () => {
    world.clock.set('2026-09-28T08:30:00+08:00');
    for (let day = 28; day <= 30; day += 1) {
      await world.ok('committeeOfficer', 'calendar.setDay', {
        day: `2026-09-${day}`,
        kind: 'holiday',
        name: '停',
      });
    }
    const [free] = (await rota('committeeOfficer')).layFor;
    expect(free?.freeWeeks[0]).toBe('2026-10-05');
    await lay(['branch'], { from: '2026-09-28' });
    expect(await weeksOf('committeeOfficer')).toEqual([['2026-10-05', FIRST]]);
    expect((await rota('committeeOfficer')).layFor[0]?.freeWeeks[0]).toBe('2026-10-12');
    await world.database.owner.pool.query('truncate calendar_day');
  });

  it('takes this week and none before, only Mondays, only organisations below, and says when all is laid', async () => {
    const input = {
      organisationId: world.organisations.committee,
      from: '2026-11-23',
      weeks: 1,
      supplierIds: [world.organisations.branch],
    };
    const refused = (over: object) =>
      world.refused('committeeOfficer', 'study.laySupply', { ...input, ...over });
    expect(await refused({ from: '2026-11-16' })).toBe('day_in_past');
    expect(await refused({ from: '2026-11-24' })).toBe('bad_input');
    for (const wrong of [world.organisations.committee, world.foreign.organisations.branch]) {
      expect(await refused({ supplierIds: [world.organisations.branch, wrong] })).toBe('bad_input');
    }
    await world.ok('committeeOfficer', 'study.laySupply', input);
    expect(await refused({})).toBe('weeks_all_laid');
  });

  it('is done by those who write for the publisher, and by nobody else', async () => {
    const input = {
      organisationId: world.organisations.committee,
      from: '2026-11-30',
      weeks: 1,
      supplierIds: [world.organisations.branch],
    };
    expect(await world.refused('member', 'study.laySupply', input)).toBe('not_allowed');
    expect(await world.refused('groupLeader', 'study.laySupply', input)).toBe('not_allowed');
    expect(await world.refused('secretary', 'study.laySupply', input)).toBe('not_found');
    expect(await world.foreign.refused('committeeOfficer', 'study.laySupply', input)).toBe('not_found');
    // A branch that publishes lays one over its groups.
    await lay(['group'], { as: 'secretary', at: 'branch' });
    expect(await weeksOf('groupLeader')).toEqual([['2026-11-30', '第一党小组']]);
    expect(await weeksOf('committeeOfficer')).toEqual([]);
  });

  it('is laid once when three lay at once, and once when it is sent twice', async () => {
    const input = {
      organisationId: world.organisations.committee,
      from: '2026-11-30',
      weeks: 2,
      supplierIds: [world.organisations.branch, world.organisations.sibling],
    };
    const replies = await Promise.all(
      (['committeeOfficer', 'committeeSecretary', 'committeePublicity'] as const).map((person) =>
        world.call(person, 'study.laySupply', input),
      ),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('weeks_all_laid');
    const options = { mutationId: '01980000-0000-7000-8000-0000000000f1' };
    const more = { ...input, from: '2027-01-04' };
    const first = await world.ok('committeeOfficer', 'study.laySupply', more, options);
    expect(await world.ok('committeeOfficer', 'study.laySupply', more, options)).toEqual(first);
    expect(await weeksOf('committeeOfficer')).toHaveLength(4);
  });
});

describe('who sees it', () => {
  it('those who lay it and the officers of those on it, in whole; nobody else', async () => {
    await lay(['branch', 'sibling']);
    for (const officer of ['secretary', 'deputySecretary', 'publicityOfficer', 'siblingSecretary'] as const) {
      expect(await weeksOf(officer)).toHaveLength(2);
    }
    expect((await rota('secretary')).turns.map(({ mine, mayLay }) => [mine, mayLay])).toEqual([
      [true, false],
      [false, false],
    ]);
    expect((await rota('committeePublicity')).layFor).toMatchObject([
      { name: '测试局机关党委', stockWorkdays: 0, gap: '2026-11-24' },
    ]);
    // On no rota, and typing for others.
    expect(await weeksOf('groupLeader')).toEqual([]);
    expect(await weeksOf('clerk')).toEqual([]);
    expect(await world.refused('member', 'study.supplyRota', {})).toBe('not_allowed');
    expect((await world.foreign.ok('committeeOfficer', 'study.supplyRota', {})).turns).toEqual([]);
  });

  it('shows this week until Sunday, and what is over no more', async () => {
    await lay(['branch'], { from: '2026-11-23' });
    world.clock.set('2026-11-29T23:59:00+08:00');
    expect(await weeksOf('secretary')).toHaveLength(1);
    world.clock.set('2026-11-30T00:00:00+08:00');
    expect(await weeksOf('secretary')).toEqual([]);
  });

  it('tells the officers once when it is laid, and once more a week ahead', async () => {
    await lay(['branch', 'sibling'], { from: '2026-12-07' });
    expect(await noticesOf('secretary')).toEqual([
      `晨学轮值供稿排好了：第50周（12月7日–11日）请${FIRST}供稿`,
    ]);
    expect(await noticesOf('member')).toEqual([]);
    world.clock.set('2026-11-29T23:59:00+08:00');
    await tick();
    expect(await noticesOf('secretary')).toHaveLength(1);
    world.clock.set('2026-11-30T00:00:00+08:00');
    await Promise.all([tick(), tick(), tick()]);
    expect(await noticesOf('secretary')).toContain(
      `第50周（12月7日–11日）轮到${FIRST}给晨学供稿，在“轮值供稿”里可以写`,
    );
    for (const person of ['secretary', 'deputySecretary', 'publicityOfficer'] as const) {
      expect(await noticesOf(person)).toHaveLength(2);
    }
    expect(await noticesOf('siblingSecretary')).toHaveLength(1);
    expect(await noticesOf('organisationOfficer')).toEqual([]);
  });

  it('tells nobody a second time of a week that is laid a week ahead or less', async () => {
    await lay(['branch'], { from: '2026-11-30' });
    await tick();
    expect(await noticesOf('secretary')).toHaveLength(1);
  });

  it('is in the notice of a low stock: whose week it is when the stock ends', async () => {
    await lay(['branch', 'sibling'], { from: '2026-11-23' });
    for (const day of [23, 24, 25, 26, 27].slice(0, 4))
      await addPiece(world, { publishOn: `2026-11-${day}` });
    await tick();
    expect((await noticesOf('committeeOfficer'))[0]).toBe(
      `测试局机关党委的晨学库存还有 4 个工作日，不到 5 个工作日，可以接着排。第48周（11月23日–27日）轮到${FIRST}供稿`,
    );
  });
});

describe('changing it', () => {
  it('gives a week to another supplier in the version that was seen; both are told, questions lapse', async () => {
    const { turnIds } = await lay(['branch', 'sibling']);
    const [turnId = '', withTurnId = ''] = turnIds;
    const swap = await world.ok('secretary', 'study.askSupplySwap', { turnId, withTurnId });
    const change = { turnId, version: 1, supplierId: world.organisations.group };
    expect(await world.refused('secretary', 'study.changeSupply', change)).toBe('not_found');
    expect(await world.ok('committeeOfficer', 'study.changeSupply', change)).toEqual({ turnId, version: 2 });
    expect(await world.refused('committeeOfficer', 'study.changeSupply', change)).toBe('conflict');
    expect(await world.refused('siblingSecretary', 'study.answerSupplySwap', { ...swap, agreed: true })).toBe(
      'not_found',
    );
    expect(await noticesOf('secretary')).toContain(
      `第49周（11月30日–12月4日）的晨学供稿改由第一党小组来供，${FIRST}不用准备了`,
    );
    expect(await noticesOf('groupLeader')).toEqual(['第49周（11月30日–12月4日）的晨学请第一党小组供稿']);
    expect(
      await world.refused('committeeOfficer', 'study.changeSupply', {
        turnId,
        version: 2,
        supplierId: world.organisations.committee,
      }),
    ).toBe('bad_input');
  });

  it('takes a week off, once; a week that is over stays as it was', async () => {
    const { turnIds } = await lay(['branch', 'sibling'], { from: '2026-11-23' });
    const [turnId = '', other = ''] = turnIds;
    expect(await world.refused('committeeOfficer', 'study.cancelSupply', { turnId: other, version: 2 })).toBe(
      'conflict',
    );
    await world.ok('committeeOfficer', 'study.cancelSupply', { turnId: other, version: 1 });
    expect(await world.refused('committeeOfficer', 'study.cancelSupply', { turnId: other, version: 1 })).toBe(
      'not_found',
    );
    expect(await weeksOf('committeeOfficer')).toEqual([['2026-11-23', FIRST]]);
    expect(await noticesOf('siblingSecretary')).toContain(
      `第49周（11月30日–12月4日）的晨学供稿取消了，${SECOND}不用准备了`,
    );
    world.clock.set('2026-11-30T08:30:00+08:00');
    expect(await world.refused('committeeOfficer', 'study.cancelSupply', { turnId, version: 1 })).toBe(
      'wrong_state',
    );
  });

  it('forgets the turns of more than a year ago', async () => {
    await lay(['branch'], { from: '2026-11-23' });
    const kept = () =>
      world.asActor('member', ({ trx }) => trx.selectFrom('supply_turn').select('id').execute());
    world.clock.set('2027-11-24T08:30:00+08:00');
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await kept()).toHaveLength(1);
    world.clock.set('2027-11-25T08:30:00+08:00');
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await kept()).toHaveLength(0);
  });
});

describe('a swap', () => {
  const two = async () => {
    const { turnIds } = await lay(['branch', 'sibling']);
    return { turnId: turnIds[0] ?? '', withTurnId: turnIds[1] ?? '' };
  };

  it('changes the two weeks once an officer of the other agrees, each with what was written for it', async () => {
    const turns = await two();
    const { pieceId } = await world.ok('secretary', 'study.saveDraft', {
      ...pieceContent,
      organisationId: world.organisations.committee,
      supplyTurnId: turns.turnId,
    });
    const { swapId } = await world.ok('secretary', 'study.askSupplySwap', turns);
    expect((await rota('deputySecretary')).swaps).toMatchObject([
      { id: swapId, toAnswer: false, toTakeBack: true },
    ]);
    expect((await rota('siblingSecretary')).swaps).toMatchObject([
      { id: swapId, toAnswer: true, toTakeBack: false },
    ]);
    expect(await noticesOf('siblingSecretary')).toContain(
      `${FIRST}想用第49周（11月30日–12月4日）和${SECOND}换第50周（12月7日–11日）的晨学供稿，换不换由您那边定`,
    );
    for (const other of ['secretary', 'groupLeader'] as const) {
      expect(await world.refused(other, 'study.answerSupplySwap', { swapId, agreed: true })).toBe(
        'not_found',
      );
    }
    expect(await world.refused('member', 'study.answerSupplySwap', { swapId, agreed: true })).toBe(
      'not_allowed',
    );
    expect(
      await world.foreign.refused('siblingSecretary', 'study.answerSupplySwap', { swapId, agreed: true }),
    ).toBe('not_found');
    await world.ok('siblingSecretary', 'study.answerSupplySwap', { swapId, agreed: true });
    const { turns: after, swaps } = await rota('secretary');
    expect(
      after.map(({ supplier, version, pieces }) => [supplier.name, version, pieces.map(({ id }) => id)]),
    ).toEqual([
      [SECOND, 2, []],
      [FIRST, 2, [pieceId]],
    ]);
    expect(swaps).toEqual([]);
    expect(await noticesOf('deputySecretary')).toContain(
      `换好了：第50周（12月7日–11日）的晨学请${FIRST}供稿，第49周（11月30日–12月4日）由${SECOND}来供`,
    );
  });

  it('changes nothing when it is declined or taken back, and can then be asked again', async () => {
    const turns = await two();
    const first = await world.ok('secretary', 'study.askSupplySwap', turns);
    expect(await world.refused('publicityOfficer', 'study.askSupplySwap', turns)).toBe('swap_waiting');
    await world.ok('siblingSecretary', 'study.answerSupplySwap', { ...first, agreed: false });
    const again = await world.ok('publicityOfficer', 'study.askSupplySwap', turns);
    expect(await world.refused('siblingSecretary', 'study.takeBackSupplySwap', again)).toBe('not_found');
    await world.ok('deputySecretary', 'study.takeBackSupplySwap', again);
    expect(
      await world.refused('siblingSecretary', 'study.answerSupplySwap', { ...again, agreed: true }),
    ).toBe('not_found');
    expect((await weeksOf('secretary'))[0]).toEqual(['2026-11-30', FIRST]);
  });

  it('is asked by who answers for the own week, within one rota, before either is over', async () => {
    const turns = await two();
    for (const other of ['siblingSecretary', 'committeeOfficer', 'clerk'] as const) {
      expect(await world.refused(other, 'study.askSupplySwap', turns)).toMatch(/^not_(found|allowed)$/);
    }
    const elsewhere = await lay(['group'], { as: 'secretary', at: 'branch' });
    expect(
      await world.refused('secretary', 'study.askSupplySwap', {
        turnId: turns.turnId,
        withTurnId: elsewhere.turnIds[0] ?? '',
      }),
    ).toBe('not_found');
    const swap = await world.ok('secretary', 'study.askSupplySwap', turns);
    world.clock.set('2026-12-07T08:30:00+08:00');
    expect(await world.refused('siblingSecretary', 'study.answerSupplySwap', { ...swap, agreed: true })).toBe(
      'wrong_state',
    );
  });

  it('happens once when it is answered six times at once', async () => {
    const { swapId } = await world.ok('secretary', 'study.askSupplySwap', await two());
    const replies = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() =>
        world.call('siblingSecretary', 'study.answerSupplySwap', { swapId, agreed: true }),
      ),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect((await weeksOf('secretary'))[0]).toEqual(['2026-11-30', SECOND]);
  });

  it('asked by both of each other and agreed to by both at once happens once', async () => {
    const { turnId, withTurnId } = await two();
    const asked = await world.ok('secretary', 'study.askSupplySwap', { turnId, withTurnId });
    const back = { turnId: withTurnId, withTurnId: turnId };
    const askedBack = await world.ok('siblingSecretary', 'study.askSupplySwap', back);
    const replies = await Promise.all([
      world.call('siblingSecretary', 'study.answerSupplySwap', { ...asked, agreed: true }),
      world.call('secretary', 'study.answerSupplySwap', { ...askedBack, agreed: true }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['not_found', 'ok']);
    expect(await weeksOf('secretary')).toEqual([
      ['2026-11-30', SECOND],
      ['2026-12-07', FIRST],
    ]);
    expect((await rota('secretary')).swaps).toEqual([]);
  });

  it('agreed to while the week is taken off: one of the two, and the other is told', async () => {
    const { turnId, withTurnId } = await two();
    const asked = await world.ok('secretary', 'study.askSupplySwap', { turnId, withTurnId });
    const [agreed, off] = await Promise.all([
      world.call('siblingSecretary', 'study.answerSupplySwap', { ...asked, agreed: true }),
      world.call('committeePublicity', 'study.cancelSupply', { turnId, version: 1 }),
    ]);
    const said = [agreed, off].map((reply) => (reply.ok ? 'ok' : reply.error.code)).join();
    expect(['ok,conflict', 'not_found,ok', 'wrong_state,ok']).toContain(said);
    expect(await weeksOf('committeePublicity')).toEqual(
      agreed.ok
        ? [
            ['2026-11-30', SECOND],
            ['2026-12-07', FIRST],
          ]
        : [['2026-12-07', SECOND]],
    );
  });
});

describe('writing for a week', () => {
  const write = (supplyTurnId: string, at: TestOrganisation = 'committee') => ({
    ...pieceContent,
    organisationId: world.organisations[at],
    supplyTurnId,
  });

  it('is for the supplier’s officers: the piece is the publisher’s, its author who wrote it, reviewed by a second person', async () => {
    const { turnIds } = await lay(['group', 'branch']);
    const [turnId = ''] = turnIds;
    const { pieceId } = await world.ok('groupLeader', 'study.saveDraft', write(turnId));
    expect((await rota('groupLeader')).turns[0]?.pieces).toEqual([
      { id: pieceId, title: pieceContent.title, state: 'draft' },
    ]);
    // A draft is seen by those who write it.
    expect((await rota('secretary')).turns[0]?.pieces).toEqual([]);
    expect((await rota('committeePublicity')).turns[0]?.pieces).toHaveLength(1);
    await world.ok('groupLeader', 'study.submit', { pieceId, version: 1 });
    expect(await noticesOf('committeeOfficer')).toEqual([`《${pieceContent.title}》等您审核`]);
    const approve = { pieceId, version: 2, decision: 'approve' as const, note: '' };
    expect(await world.refused('groupLeader', 'study.review', approve)).toBe('not_allowed');
    await world.ok('committeeOfficer', 'study.review', { ...approve, publishOn: '2026-11-30' });
    world.clock.set('2026-11-30T08:30:00+08:00');
    expect((await world.ok('siblingMember', 'study.today', {})).piece).toMatchObject({ id: pieceId });
  });

  it('is for no other organisation’s officers, no other publisher and no week that is over', async () => {
    const { turnIds } = await lay(['branch', 'sibling'], { from: '2026-11-23' });
    const [turnId = '', other = ''] = turnIds;
    expect(await world.refused('secretary', 'study.saveDraft', write(other))).toBe('not_found');
    expect(await world.refused('secretary', 'study.saveDraft', write(turnId, 'branch'))).toBe('not_found');
    expect(await world.refused('member', 'study.saveDraft', write(turnId))).toBe('not_allowed');
    expect(await world.foreign.refused('secretary', 'study.saveDraft', write(turnId))).toBe('not_found');
    const { pieceId } = await world.ok('secretary', 'study.saveDraft', write(turnId));
    expect(
      await world.refused('secretary', 'study.saveDraft', { ...write(turnId), pieceId, version: 1 }),
    ).toBe('bad_input');
    world.clock.set('2026-11-30T08:30:00+08:00');
    expect(await world.refused('secretary', 'study.saveDraft', write(turnId))).toBe('wrong_state');
    // What was begun in time is still its author's to finish.
    const { supplyTurnId: _, ...rest } = write(turnId);
    await world.ok('secretary', 'study.saveDraft', { ...rest, pieceId, version: 1 });
  });

  it('stays the author’s when the week is given to somebody else', async () => {
    const { turnIds } = await lay(['branch']);
    const [turnId = ''] = turnIds;
    const { pieceId } = await world.ok('secretary', 'study.saveDraft', write(turnId));
    const change = { turnId, version: 1, supplierId: world.organisations.sibling };
    await world.ok('committeeOfficer', 'study.changeSupply', change);
    expect((await rota('committeeOfficer')).turns[0]?.pieces).toEqual([]);
    expect(await world.ok('secretary', 'study.draft', { pieceId })).toMatchObject({ mayWrite: true });
  });
});

it('comes through its indexes', async () => {
  await inTenant(world.database.db, world.tenantId, async (trx) => {
    await sql`insert into supply_turn (tenant_id, id, publisher_id, supplier_id, week, laid_by)
      select ${world.tenantId}, gen_random_uuid(), p.id, s.id, week, ${world.members.secretary}
      from organisation p join organisation s on s.tenant_id = p.tenant_id and s.id <> p.id and s.level = 'group'
      cross join generate_series(timestamp '2000-01-03', '2027-06-01', '7 days') week`.execute(trx);
  });
  await world.database.owner.pool.query('analyze supply_turn');
  await world.asActor('member', async ({ trx, actor }) => {
    const of = {
      publisherIds: [world.organisations.committee],
      supplierIds: [world.organisations.group],
      from: '2027-04-05',
    };
    const [plan] = await plansOf(trx, (one) => findTurns(one, actor.tenantId, of));
    expect(plan).toContain('supply_turn_once_a_week');
    expect(plan).toContain('supply_turn_of_supplier');
    expect(plan).not.toMatch(/Seq Scan on supply_turn/);
    const [pieces] = await plansOf(trx, (one) => findSupplied(one, actor.tenantId, [world.tenantId]));
    expect(pieces).not.toMatch(/Seq Scan on piece/);
  });
});
