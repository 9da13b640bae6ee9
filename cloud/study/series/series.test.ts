import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Input } from '../../../src/contract/operations';
import { insertFile } from '../../file/fileRepository';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../../testing/people';
import { addPiece } from '../../testing/pieces';
import { plansOf } from '../../testing/plansOf';
import { cutSeriesText } from './cutSeriesText';
import { findTakenDays } from './seriesRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() =>
  world.database.owner.pool.query('truncate piece, series, search_entry, calendar_day, notice cascade'),
);

const source = {
  title: '窗口工作手册',
  article: '',
  url: null,
  versionOn: '2026-01-01',
  checkedOn: '2026-11-20',
};
/** Articles of 400 characters: two make a piece. */
const ruleOf = (articles: number) =>
  Array.from({ length: articles }, (_, at) => `第${at + 1}条 ${'甲'.repeat(390)}。`).join('\n\n');

const begin = (at: TestOrganisation, over: Partial<Input<'study.startSeries'>> = {}) => ({
  organisationId: world.organisations[at],
  title: '窗口工作手册',
  kind: 'explanation' as const,
  topic: '窗口',
  source,
  text: ruleOf(6),
  ...over,
});
const everyDay = { from: '2026-11-24', weekdays: [1, 2, 3, 4, 5] };

async function started(person: TestPersonName = 'committeePublicity', at: TestOrganisation = 'committee') {
  return (await world.ok(person, 'study.startSeries', begin(at))).seriesId;
}

/** Handed in: version 2. */
async function submitted(person: TestPersonName = 'committeePublicity', at: TestOrganisation = 'committee') {
  const seriesId = await started(person, at);
  await world.ok(person, 'study.submitSeries', { seriesId, version: 1, ...everyDay });
  return seriesId;
}

const approve = (seriesId: string, version = 2) =>
  ({ seriesId, version, decision: 'approve', note: '' }) as const;

const piecesOfSeries = (seriesId: string) =>
  world.asActor('member', ({ trx }) =>
    trx.selectFrom('piece').selectAll().where('series_id', '=', seriesId).orderBy('position').execute(),
  );

describe('the way of a series', () => {
  it('goes from a pasted text through one approval to a piece a day', async () => {
    const { seriesId, pieceCount } = await world.ok(
      'committeePublicity',
      'study.startSeries',
      begin('committee'),
    );
    expect(pieceCount).toBe(3);
    const draft = await world.ok('committeePublicity', 'study.seriesDraft', { seriesId, plan: everyDay });
    expect(draft.pieces.map((piece) => [piece.title, piece.day, piece.length])).toEqual([
      ['窗口工作手册 第1条至第2条', '2026-11-24', 788],
      ['窗口工作手册 第3条至第4条', '2026-11-25', 788],
      ['窗口工作手册 第5条至第6条', '2026-11-26', 788],
    ]);
    await world.ok('committeePublicity', 'study.submitSeries', { seriesId, version: 1, ...everyDay });
    const { notices } = await world.ok('committeeOfficer', 'reminder.inbox', {});
    expect(notices.map((notice) => [notice.text, notice.target?.screen])).toEqual([
      ['系列《窗口工作手册》（3 篇）等您审核', 'deskSeries'],
    ]);
    expect(await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId))).toMatchObject({
      state: 'approved',
      version: 3,
      firstDay: '2026-11-24',
      lastDay: '2026-11-26',
    });
    expect(await world.refused('member', 'study.series', { seriesId })).toBe('not_found');

    world.clock.set('2026-11-25T07:30:00+08:00');
    const today = await world.ok('member', 'study.today', {});
    const [first, second, third] = await piecesOfSeries(seriesId);
    expect(today.piece?.series).toEqual({
      id: seriesId,
      title: '窗口工作手册',
      position: 2,
      pieceCount: 3,
      previousId: first?.id,
      nextId: null,
      finished: false,
    });
    expect(today.piece?.source.article).toBe('第3条至第4条');
    expect((await world.ok('member', 'study.series', { seriesId })).pieces.map((piece) => piece.id)).toEqual([
      first?.id,
      second?.id,
    ]);

    world.clock.set('2026-11-26T08:00:00+08:00');
    for (const piece of [first, second, third])
      await world.ok('member', 'study.mark', { pieceId: piece?.id ?? '' });
    expect(
      (await world.ok('member', 'study.piece', { pieceId: third?.id ?? '' })).piece.series?.finished,
    ).toBe(true);
    expect((await world.ok('member', 'study.series', { seriesId })).finished).toBe(true);
    // The stamps are the member's own: nobody else's series is finished by them.
    expect((await world.ok('secretary', 'study.series', { seriesId })).finished).toBe(false);
  });

  it('is not approved with a mark of secrecy in its title, topic or source', async () => {
    const marked = [
      { title: '机\u200b密★一年' },
      { topic: '绝密★' },
      { source: { ...source, article: '秘 密 ★' } },
    ];
    for (const over of marked) {
      const { seriesId } = await world.ok(
        'committeePublicity',
        'study.startSeries',
        begin('committee', over),
      );
      await world.ok('committeePublicity', 'study.submitSeries', { seriesId, version: 1, ...everyDay });
      expect(await world.refused('committeeOfficer', 'study.reviewSeries', approve(seriesId))).toBe(
        'text_not_fit',
      );
    }
  });

  it('skips days that are taken and days of rest', async () => {
    await addPiece(world, { publishOn: '2026-11-25' });
    await world.ok('committeeOfficer', 'calendar.setDay', {
      day: '2026-11-26',
      kind: 'holiday',
      name: '调休',
    });
    const seriesId = await submitted();
    expect(await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId))).toMatchObject({
      firstDay: '2026-11-24',
      lastDay: '2026-11-30',
    });
    expect((await piecesOfSeries(seriesId)).map((piece) => piece.publish_on)).toEqual([
      '2026-11-24',
      '2026-11-27',
      '2026-11-30',
    ]);
  });

  it('is laid on chosen weekdays, and laid anew from what is not out yet', async () => {
    const seriesId = await started();
    await world.ok('committeePublicity', 'study.submitSeries', {
      seriesId,
      version: 1,
      from: '2026-11-23',
      weekdays: [2, 4],
    });
    await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId));
    expect((await piecesOfSeries(seriesId)).map((piece) => piece.publish_on)).toEqual([
      '2026-11-24',
      '2026-11-26',
      '2026-12-01',
    ]);
    world.clock.set('2026-11-24T12:00:00+08:00');
    await world.ok('committeeOfficer', 'study.laySeries', {
      seriesId,
      version: 3,
      from: '2026-11-24',
      weekdays: [1, 2, 3, 4, 5],
    });
    expect((await piecesOfSeries(seriesId)).map((piece) => piece.publish_on)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
  });

  it('of a plan that only knows days of rest says so', async () => {
    const seriesId = await started();
    const sundays = { seriesId, version: 1, from: '2027-11-24', weekdays: [7] };
    expect(await world.refused('committeePublicity', 'study.submitSeries', sundays)).toBe('no_days_for_plan');
  });

  it('waits for a day when neither its author nor its reviewer lays pieces on days', async () => {
    const seriesId = await submitted('publicityOfficer', 'branch');
    expect(await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId))).toMatchObject({
      firstDay: null,
    });
    expect((await piecesOfSeries(seriesId)).map((piece) => piece.publish_on)).toEqual([null, null, null]);
    expect(
      await world.ok('secretary', 'study.laySeries', { seriesId, version: 3, ...everyDay }),
    ).toMatchObject({
      firstDay: '2026-11-24',
    });
  });

  it('goes back with a note and comes again', async () => {
    const seriesId = await submitted();
    const back = { seriesId, version: 2, decision: 'return', note: '' } as const;
    expect(await world.refused('committeeOfficer', 'study.reviewSeries', back)).toBe('bad_input');
    await world.ok('committeeOfficer', 'study.reviewSeries', { ...back, note: '第 2 篇太长' });
    expect((await world.ok('committeePublicity', 'study.seriesDraft', { seriesId })).note).toBe(
      '第 2 篇太长',
    );
    await world.ok('committeePublicity', 'study.submitSeries', { seriesId, version: 3, ...everyDay });
    expect(await piecesOfSeries(seriesId)).toEqual([]);
  });

  it('is approved by somebody who has not written a word of it', async () => {
    const seriesId = await started();
    await world.ok('committeeOfficer', 'study.cutSeries', {
      seriesId,
      version: 1,
      change: { kind: 'join', position: 1 },
    });
    await world.ok('committeePublicity', 'study.submitSeries', { seriesId, version: 2, ...everyDay });
    expect(await world.refused('committeePublicity', 'study.reviewSeries', approve(seriesId, 3))).toBe(
      'second_person_needed',
    );
    expect(await world.refused('committeeOfficer', 'study.reviewSeries', approve(seriesId, 3))).toBe(
      'second_person_needed',
    );
    await world.ok('committeeSecretary', 'study.reviewSeries', approve(seriesId, 3));
  });

  it('at once from two people is approved once, and each piece is there once', async () => {
    const seriesId = await submitted();
    const replies = await Promise.all([
      world.call('committeeOfficer', 'study.reviewSeries', approve(seriesId)),
      world.call('committeeSecretary', 'study.reviewSeries', approve(seriesId)),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect(await piecesOfSeries(seriesId)).toHaveLength(3);
  });

  it('while somebody lays a piece on its first day: a day has one piece, and whoever was later is told', async () => {
    for (const at of [0, 1, 2]) {
      const seriesId = await submitted();
      const title = `插进来的 ${at}`;
      const pieceId = await addPiece(world, { publishOn: null, title });
      const lay = { pieceId, version: 1, publishOn: '2026-11-24' };
      const [series, piece] = await Promise.all([
        world.call('committeeOfficer', 'study.reviewSeries', approve(seriesId)),
        world.call('committeeOfficer', 'study.schedule', lay),
      ]);
      const said = [series, piece].map((reply) => (reply.ok ? 'ok' : reply.error.code));
      expect(['ok,day_taken', 'day_taken,ok', 'ok,ok']).toContain(said.join());
      if (!series.ok) await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId));
      const laid = await world.asActor('member', ({ trx }) =>
        trx.selectFrom('piece').select('publish_on').where('publish_on', 'is not', null).execute(),
      );
      const days = laid.map((one) => one.publish_on);
      expect(new Set(days).size).toBe(days.length);
      expect((await piecesOfSeries(seriesId)).map((one) => one.publish_on)).not.toContain(null);
      await world.database.owner.pool.query('truncate piece, series, search_entry cascade');
    }
  });

  it('of two at once on the same days: each piece has a day of its own in the end', async () => {
    const [one, two] = [await submitted(), await submitted()];
    const replies = await Promise.all(
      [one, two].map((seriesId) => world.call('committeeOfficer', 'study.reviewSeries', approve(seriesId))),
    );
    const late = [one, two].filter((_, index) => !replies[index]?.ok);
    expect(
      replies
        .map((reply) => (reply.ok ? 'ok' : reply.error.code))
        .sort()
        .join(),
    ).toMatch(/^(day_taken,ok|ok,ok)$/);
    for (const seriesId of late) await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId));
    const days = [...(await piecesOfSeries(one)), ...(await piecesOfSeries(two))].map(
      (piece) => piece.publish_on,
    );
    expect(days).not.toContain(null);
    expect(new Set(days).size).toBe(6);
  });

  it('approved while somebody takes it away: one of the two, and the other is told', async () => {
    const seriesId = await submitted();
    const [approved, gone] = await Promise.all([
      world.call('committeeOfficer', 'study.reviewSeries', approve(seriesId)),
      world.call('committeeSecretary', 'study.withdrawSeries', { seriesId, version: 2, reason: '不发了' }),
    ]);
    expect([approved.ok, gone.ok].filter(Boolean)).toHaveLength(1);
    expect((await piecesOfSeries(seriesId)).length).toBe(approved.ok ? 3 : 0);
  });

  it('sent twice with one mutation begins once', async () => {
    const mutationId = randomUUID();
    const replies = await Promise.all(
      [1, 2].map(() =>
        world.ok('committeePublicity', 'study.startSeries', begin('committee'), { mutationId }),
      ),
    );
    expect(replies[0]).toEqual(replies[1]);
    const rows = await world.asActor('member', ({ trx }) => trx.selectFrom('series').select('id').execute());
    expect(rows).toHaveLength(1);
  });

  it('is taken away with its pieces', async () => {
    const seriesId = await submitted();
    await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId));
    world.clock.set('2026-11-24T08:00:00+08:00');
    await world.ok('committeeSecretary', 'study.withdrawSeries', {
      seriesId,
      version: 3,
      reason: '换了新版',
    });
    expect((await piecesOfSeries(seriesId)).map((piece) => [piece.state, piece.publish_on])).toEqual([
      ['withdrawn', '2026-11-24'],
      ['withdrawn', null],
      ['withdrawn', null],
    ]);
    expect(await world.refused('member', 'study.series', { seriesId })).toBe('not_found');
  });
});

describe('one piece of an approved series', () => {
  it('goes back to review alone, and to its day', async () => {
    const seriesId = await submitted();
    await world.ok('committeeOfficer', 'study.reviewSeries', approve(seriesId));
    const [, second] = await piecesOfSeries(seriesId);
    const pieceId = second?.id ?? '';
    await world.ok('committeePublicity', 'study.reopen', { pieceId, version: 1 });
    world.clock.set('2026-11-25T12:00:00+08:00');
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    await world.ok('committeePublicity', 'study.submit', { pieceId, version: 2 });
    await world.ok('committeeOfficer', 'study.review', {
      pieceId,
      version: 3,
      decision: 'approve',
      note: '',
    });
    // Its day has come meanwhile: there it belongs.
    expect((await piecesOfSeries(seriesId)).map((piece) => [piece.state, piece.publish_on])).toEqual([
      ['approved', '2026-11-24'],
      ['approved', '2026-11-25'],
      ['approved', '2026-11-26'],
    ]);
  });
});

describe('a long text', () => {
  it('travels in parts that join without a seam', async () => {
    const text = ruleOf(60);
    const seriesId = (
      await world.ok(
        'committeePublicity',
        'study.startSeries',
        begin('committee', { text: text.slice(0, 9999) }),
      )
    ).seriesId;
    const added = await world.ok('committeePublicity', 'study.appendSeries', {
      seriesId,
      version: 1,
      text: text.slice(9999),
    });
    expect(added.pieceCount).toBe(30);
    const stored = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('series').select('text').where('id', '=', seriesId).executeTakeFirstOrThrow(),
    );
    expect(stored.text === text).toBe(true);
    const page = await world.ok('committeePublicity', 'study.seriesDraft', { seriesId });
    expect([page.pieces.length, page.next]).toEqual([20, 21]);
    expect(
      (await world.ok('committeePublicity', 'study.seriesDraft', { seriesId, from: 21 })).pieces,
    ).toHaveLength(10);
  });

  it('of two people adding at once takes one part', async () => {
    const seriesId = await started();
    const replies = await Promise.all(
      ['甲', '乙'].map((text) =>
        world.call('committeePublicity', 'study.appendSeries', { seriesId, version: 1, text }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
  });

  it('of more than 300 pieces, of nothing but blanks, or from nowhere is refused', async () => {
    const seriesId = await started();
    let version = 1;
    for (; version <= 12; version += 1)
      await world.ok('committeePublicity', 'study.appendSeries', {
        seriesId,
        version,
        text: `${'甲'.repeat(850)}。\n`.repeat(23),
      });
    expect(
      await world.refused('committeePublicity', 'study.appendSeries', {
        seriesId,
        version,
        text: `${'甲'.repeat(850)}。\n`.repeat(23),
      }),
    ).toBe('text_too_long');
    expect(
      await world.refused('committeePublicity', 'study.startSeries', begin('committee', { text: ' \n ' })),
    ).toBe('text_empty');
    expect(
      await world.refused('committeePublicity', 'study.startSeries', begin('committee', { text: undefined })),
    ).toBe('bad_input');
  });

  async function uploaded(content: Buffer, owner: TestPersonName = 'committeePublicity'): Promise<string> {
    const fileId = await world.asActor(owner, async ({ trx, newId, now }) => {
      const id = newId();
      await insertFile(
        trx,
        world.tenantId,
        {
          id,
          ownerId: world.members[owner],
          purpose: 'text',
          name: '规则.txt',
          declaredSize: content.length,
        },
        now,
      );
      await trx
        .updateTable('file')
        .set({ state: 'ready', size: content.length })
        .where('id', '=', id)
        .execute();
      return id;
    });
    await world.ports.files.write(world.tenantId, fileId, Readable.from([content]), 1_000_000);
    return fileId;
  }

  it('of nothing but blanks after its first word does not grow without end', () => {
    const blanks = (count: number) => `甲。${'\n'.repeat(count)}`;
    expect(cutSeriesText(blanks(809_998))).toHaveLength(1);
    expect(() => cutSeriesText(blanks(809_999))).toThrow('text_too_long');
  });

  it('comes from a file in GB18030, which is gone afterwards', async () => {
    // 第一条 甲。 in GB18030.
    const content = Buffer.from('b5dad2bbccf520bcd7a1a3', 'hex');
    const fileId = await uploaded(content);
    const { seriesId } = await world.ok(
      'committeePublicity',
      'study.startSeries',
      begin('committee', { text: undefined, fileId }),
    );
    const { pieces } = await world.ok('committeePublicity', 'study.seriesDraft', { seriesId });
    expect(pieces[0]?.parts.map((part) => part.text)).toEqual(['第一条 甲。']);
    const rows = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('file').select('id').where('id', '=', fileId).execute(),
    );
    expect(rows).toEqual([]);
  });

  it('in a .docx that is no package is refused, and somebody else’s file is not found', async () => {
    const broken = await uploaded(Buffer.from('PK\u0003\u0004 not a package'));
    const start = (fileId: string) => begin('committee', { text: undefined, fileId });
    expect(await world.refused('committeePublicity', 'study.startSeries', start(broken))).toMatch(
      /^document_/,
    );
    const other = await uploaded(Buffer.from('甲。'), 'committeeOfficer');
    expect(await world.refused('committeePublicity', 'study.startSeries', start(other))).toBe('not_found');
    expect(
      await world.asActor('member', ({ trx }) => trx.selectFrom('series').select('id').execute()),
    ).toEqual([]);
  });
});

describe('borders', () => {
  it('are joined, split, moved and named, and nothing is lost', async () => {
    const seriesId = await started();
    const cut = (version: number, change: Input<'study.cutSeries'>['change']) =>
      world.ok('committeePublicity', 'study.cutSeries', { seriesId, version, change });
    expect(await cut(1, { kind: 'join', position: 2 })).toMatchObject({ version: 2, pieceCount: 2 });
    const before = await world.ok('committeePublicity', 'study.seriesDraft', { seriesId });
    const at = before.pieces[1]?.parts[3]?.at ?? 0;
    expect(await cut(2, { kind: 'split', position: 2, at })).toMatchObject({ pieceCount: 3 });
    await cut(3, { kind: 'move', position: 2, at: before.pieces[0]?.parts[1]?.at ?? 0 });
    await cut(4, { kind: 'rename', position: 1, title: '先请坐' });
    const after = await world.ok('committeePublicity', 'study.seriesDraft', { seriesId });
    expect(after.pieces.map((piece) => piece.title)).toEqual([
      '先请坐',
      '窗口工作手册 第2条至第5条',
      '窗口工作手册 第6条',
    ]);
    expect(after.pieces.flatMap((piece) => piece.parts.map((part) => part.text)).join('\n\n')).toBe(
      ruleOf(6),
    );
    expect(await cut(5, { kind: 'anew' })).toMatchObject({ pieceCount: 3 });
  });

  it('lie only where a part begins, between their neighbours, and make no piece of 2,700 characters', async () => {
    const seriesId = await started();
    const refused = (change: Input<'study.cutSeries'>['change'], version = 1) =>
      world.refused('committeePublicity', 'study.cutSeries', { seriesId, version, change });
    expect(await refused({ kind: 'split', position: 1, at: 3 })).toBe('bad_input');
    expect(await refused({ kind: 'split', position: 1, at: 1_999_999 })).toBe('bad_input');
    expect(await refused({ kind: 'move', position: 1, at: 396 })).toBe('bad_input');
    expect(await refused({ kind: 'join', position: 3 })).toBe('bad_input');
    expect(await refused({ kind: 'join', position: 99 })).toBe('bad_input');
    expect(await refused({ kind: 'join', position: 1 }, 2)).toBe('conflict');
    await world.ok('committeePublicity', 'study.appendSeries', { seriesId, version: 1, text: ruleOf(2) });
    for (const version of [2, 3])
      await world.ok('committeePublicity', 'study.cutSeries', {
        seriesId,
        version,
        change: { kind: 'join', position: 1 },
      });
    expect(await refused({ kind: 'join', position: 1 }, 4)).toBe('piece_too_long');
  });
});

describe('who may', () => {
  it('see and change a draft: those who write there', async () => {
    const seriesId = await started('secretary', 'branch');
    for (const person of ['siblingSecretary', 'committeeOfficer'] as const) {
      expect(await world.refused(person, 'study.seriesDraft', { seriesId })).toBe('not_found');
      expect(await world.refused(person, 'study.submitSeries', { seriesId, version: 1, ...everyDay })).toBe(
        'not_found',
      );
    }
    expect(await world.refused('member', 'study.seriesDraft', { seriesId })).toBe('not_allowed');
    expect(await world.foreign.refused('secretary', 'study.seriesDraft', { seriesId })).toBe('not_found');
  });

  it('read a branch’s series: the branch', async () => {
    const seriesId = await submitted('secretary', 'branch');
    await world.ok('publicityOfficer', 'study.reviewSeries', approve(seriesId));
    world.clock.set('2026-11-24T08:00:00+08:00');
    expect((await world.ok('member', 'study.series', { seriesId })).pieces).toHaveLength(1);
    expect(await world.refused('siblingSecretary', 'study.series', { seriesId })).toBe('not_found');
    expect(await world.foreign.refused('member', 'study.series', { seriesId })).toBe('not_found');
  });

  it('review where a branch has one officer: the committee, which is told', async () => {
    await submitted('siblingSecretary', 'sibling');
    const { notices } = await world.ok('committeeOfficer', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text)).toContain('系列《窗口工作手册》（3 篇）等您审核');
  });
});

it('finds taken days by the index of one piece a day', async () => {
  await world.asActor('member', async ({ trx, now }) => {
    const [plan] = await plansOf(trx, (one) =>
      findTakenDays(one, world.tenantId, world.organisations.committee, { from: '2026-11-23', now }),
    );
    expect(plan).not.toMatch(/Seq Scan on piece/);
  });
});
