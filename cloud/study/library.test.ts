import { sql } from 'kysely';
import { termsOf } from '../../src/domain/study/search/searchTerms';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { addPiece } from '../testing/pieces';
import { plansOf } from '../testing/plansOf';
import { completeIndex } from './completeIndex';
import { findOfTopic } from './libraryRepository';
import { findBookmarks, findNotes } from './ownRepository';
import { readerOf } from './reader';
import { searchNotes, searchPieces, searchSeries } from './searchRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
afterEach(async () => {
  world.clock.set('2026-11-23T08:30:00+08:00');
  await world.database.owner.pool.query('truncate piece, search_entry cascade');
});

const ownActs = ['study.saveNote', 'study.bookmark'];
const missing = '01980000-0000-7000-8000-00000000ffff';
const search = (words: string, person: 'member' | 'secretary' | 'siblingMember' = 'member') =>
  world.ok(person, 'study.search', { words });
const found = async (words: string, person?: 'member' | 'siblingMember') =>
  (await search(words, person)).pieces.map((piece) => piece.title);

describe('study.library', () => {
  it('lists published pieces by topic, newest first, those of the own organisations alone', async () => {
    await addPiece(world, { publishOn: '2026-11-20', title: '昨天的' });
    await addPiece(world, { publishOn: '2026-11-23', title: '今天的' });
    await addPiece(world, { publishOn: '2026-11-24', title: '明天的' });
    await addPiece(world, { publishOn: null, title: '没排的' });
    await addPiece(world, { publishOn: '2026-11-19', at: 'branch', title: '支部的' });
    await addPiece(world, { publishOn: '2026-11-18', at: 'sibling', title: '邻支部的' });
    await addPiece(world, { publishOn: '2026-11-18', bureau: world.foreign, title: '外单位的' });
    const all = await world.ok('member', 'study.library', {});
    expect(all.pieces.map((piece) => piece.title)).toEqual(['今天的', '昨天的', '支部的']);
    expect(all).toMatchObject({ topics: ['药品'], nextBefore: null });
    expect((await world.ok('member', 'study.library', { topic: '药品' })).pieces).toHaveLength(3);
    expect((await world.ok('member', 'study.library', { topic: '计量' })).pieces).toEqual([]);
  });

  it('goes on page by page without losing or doubling a piece, also where two stand on one day', async () => {
    for (let day = 1; day <= 25; day += 1) {
      const publishOn = `2026-10-${String(day).padStart(2, '0')}`;
      await addPiece(world, { publishOn, title: `局 ${publishOn}` });
      if (day % 2 === 0) await addPiece(world, { publishOn, at: 'branch', title: `支部 ${publishOn}` });
    }
    const titles: string[] = [];
    let before: string | null | undefined;
    while (before !== null) {
      const page = await world.ok(
        'member',
        'study.library',
        before ? { before, topic: '药品' } : { topic: '药品' },
      );
      titles.push(...page.pieces.map((piece) => piece.title));
      before = page.nextBefore;
    }
    expect(titles).toHaveLength(37);
    expect(new Set(titles).size).toBe(37);
  });
});

describe('a series in the library', () => {
  /** An approved series of pieces a day each from `from` on; the next workdays are free. */
  const addSeries = async (
    over: { title?: string; topic?: string; at?: 'committee' | 'branch' | 'sibling'; from?: string } = {},
  ) => {
    const { title = '窗口工作手册', topic = '窗口服务', at = 'committee', from = '2026-11-24' } = over;
    const [writer, reviewer] = {
      committee: ['committeePublicity', 'committeeOfficer'] as const,
      branch: ['secretary', 'deputySecretary'] as const,
      sibling: ['siblingSecretary', 'committeeOfficer'] as const,
    }[at];
    const started = await world.ok(writer, 'study.startSeries', {
      organisationId: world.organisations[at],
      title,
      kind: 'explanation',
      topic,
      source: { title: '来访接待办法', article: '', url: null, versionOn: null, checkedOn: null },
      text: Array.from({ length: 6 }, (_, rule) => `第${rule + 1}条 ${'甲'.repeat(390)}。`).join('\n\n'),
    });
    const { seriesId } = started;
    const step = await world.ok(writer, 'study.submitSeries', {
      seriesId,
      version: started.version,
      from,
      weekdays: [1, 2, 3, 4, 5],
    });
    const { version } = await world.ok(reviewer, 'study.reviewSeries', {
      seriesId,
      version: step.version,
      decision: 'approve',
      note: '',
    });
    return { seriesId, version };
  };
  const rowsOf = async (input: { topic?: string; before?: string } = {}) =>
    (await world.ok('member', 'study.library', input)).pieces.map(
      ({ publishOn, series, title }) =>
        `${publishOn} ${series ? `${series.title} ${series.outCount}/${series.pieceCount}` : title}`,
    );
  const seriesFound = async (words: string, person: 'member' | 'siblingMember' | 'secretary' = 'member') =>
    ((await search(words, person)).series ?? []).map(
      (one) => `${one.title} ${one.outCount}/${one.pieceCount}`,
    );
  afterEach(() => world.database.owner.pool.query('truncate piece, series, search_entry, notice cascade'));

  it('is one row where its last piece that is out stands, however many are out', async () => {
    await addSeries();
    await addPiece(world, { publishOn: '2026-11-23', title: '别的一篇' });
    expect(await rowsOf()).toEqual(['2026-11-23 别的一篇']);
    world.clock.set('2026-11-25T08:00:00+08:00');
    expect(await rowsOf()).toEqual(['2026-11-25 窗口工作手册 2/3', '2026-11-23 别的一篇']);
    expect(await rowsOf({ topic: '窗口服务' })).toEqual(['2026-11-25 窗口工作手册 2/3']);
    expect(await rowsOf({ topic: '药品' })).toEqual(['2026-11-23 别的一篇']);
    // Its earlier piece does not come back on a later page.
    expect(await rowsOf({ before: '2026-11-25' })).toEqual(['2026-11-23 别的一篇']);
  });

  it('is found by title, topic and source once something of it is out, and gone when it is withdrawn', async () => {
    const { seriesId, version } = await addSeries();
    expect(await seriesFound('工作手册')).toEqual([]);
    world.clock.set('2026-11-24T07:30:00+08:00');
    for (const words of ['工作手册', '窗口服务', '来访接待办法', '窗口']) {
      expect(await seriesFound(words)).toEqual(['窗口工作手册 1/3']);
    }
    expect(await seriesFound('甲甲甲')).toEqual([]);
    await world.ok('committeeOfficer', 'study.withdrawSeries', { seriesId, version, reason: '换了新版' });
    expect(await seriesFound('工作手册')).toEqual([]);
    expect(await rowsOf()).toEqual([]);
    const left = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('search_entry').select('id').where('kind', '=', 'series').execute(),
    );
    expect(left).toEqual([]);
  });

  it('of a branch is for those who belong there, and of no other branch or bureau', async () => {
    await addSeries({ at: 'branch', title: '本支部读本' });
    await addSeries({ at: 'sibling', title: '邻支部读本' });
    world.clock.set('2026-11-26T12:00:00+08:00');
    expect(await seriesFound('支部读本')).toEqual(['本支部读本 3/3']);
    expect(await seriesFound('支部读本', 'siblingMember')).toEqual(['邻支部读本 3/3']);
    expect(await rowsOf()).toEqual(['2026-11-26 本支部读本 3/3']);
    const { series, pieces } = await world.foreign.ok('member', 'study.search', { words: '支部读本' });
    expect({ series, pieces }).toEqual({ series: [], pieces: [] });
  });

  it('counts what was not taken down', async () => {
    const { seriesId } = await addSeries();
    world.clock.set('2026-11-26T12:00:00+08:00');
    const { pieces } = await world.ok('member', 'study.series', { seriesId });
    await world.ok('committeeOfficer', 'study.withdraw', {
      pieceId: pieces[2]?.id ?? '',
      version: 1,
      reason: '条文改了',
    });
    expect(await rowsOf()).toEqual(['2026-11-25 窗口工作手册 2/2']);
  });

  it('is found in a database that is older than its place in the index', async () => {
    await addSeries();
    world.clock.set('2026-11-26T12:00:00+08:00');
    await world.database.owner.pool.query('truncate search_entry cascade');
    expect(await seriesFound('工作手册')).toEqual([]);
    await completeIndex(world.database.db, world.tenantId);
    expect(await seriesFound('工作手册')).toEqual(['窗口工作手册 3/3']);
    await world.asActor('member', ({ trx }) =>
      sql`update series set state = 'withdrawn' where tenant_id = ${world.tenantId}`.execute(trx),
    );
    await completeIndex(world.database.db, world.tenantId);
    const left = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('search_entry').select('id').where('kind', '=', 'series').execute(),
    );
    expect(left).toEqual([]);
  });

  it('leaves no gap and no double where pages meet', async () => {
    await addSeries({ from: '2026-11-24' });
    for (let day = 1; day <= 30; day += 1) {
      const publishOn = `2026-10-${String(day).padStart(2, '0')}`;
      await addPiece(world, { publishOn, title: publishOn });
    }
    world.clock.set('2026-11-30T12:00:00+08:00');
    const first = await world.ok('member', 'study.library', {});
    const rest = await world.ok('member', 'study.library', { before: first.nextBefore ?? '' });
    const rows = [...first.pieces, ...rest.pieces];
    expect(rows).toHaveLength(31);
    expect(new Set(rows.map((row) => row.id)).size).toBe(31);
    expect(rest.nextBefore).toBeNull();
  });
});

describe('study.search', () => {
  it('finds by any stretch of title, source and text, and marks the hit', async () => {
    await addPiece(world, { publishOn: '2026-11-20', title: '药店能不能换药' });
    for (const words of ['药店', '药', '能不能换', '处方', '第五十八条', '药品管理法', '王阿姨 处方']) {
      expect(await found(words)).toEqual(['药店能不能换药']);
    }
    const [piece] = (await search('处方')).pieces;
    expect(piece?.excerpt).toEqual([
      { text: '王阿姨拿着', isHit: false },
      { text: '处方', isHit: true },
      { text: '去药店买药。', isHit: false },
    ]);
    expect(await found('方处')).toEqual([]);
  });

  it('puts what has more of the question first, a title before the text', async () => {
    await addPiece(world, { publishOn: '2026-11-18', title: '电梯老了归谁管' });
    await addPiece(world, { publishOn: '2026-11-19', title: '拿着处方的人' });
    await addPiece(world, { publishOn: '2026-11-20', title: '别的一篇' });
    expect(await found('处方')).toEqual(['拿着处方的人', '别的一篇', '电梯老了归谁管']);
    expect((await found('电梯处方'))[0]).toBe('电梯老了归谁管');
  });

  it('finds nothing unpublished, withdrawn, of another branch or of another bureau', async () => {
    const withdrawn = await addPiece(world, { publishOn: '2026-11-20', title: '撤下的' });
    await addPiece(world, { publishOn: '2026-11-24', title: '明天的' });
    await addPiece(world, { publishOn: null, title: '没排的' });
    await addPiece(world, { publishOn: '2026-11-20', at: 'sibling', title: '邻支部的' });
    await addPiece(world, { publishOn: '2026-11-20', bureau: world.foreign, title: '外单位的' });
    expect(await found('处方')).toEqual(['撤下的']);
    await world.ok('committeeOfficer', 'study.withdraw', {
      pieceId: withdrawn,
      version: 1,
      reason: '条文改了',
    });
    expect(await found('处方')).toEqual([]);
    expect(await found('处方', 'siblingMember')).toEqual(['邻支部的']);
    world.clock.set('2026-11-24T07:30:00+08:00');
    expect(await found('处方')).toEqual(['明天的']);
  });

  it('is found from its approval on, through the desk as well', async () => {
    const draft = {
      organisationId: world.organisations.committee,
      kind: 'explanation' as const,
      title: '计量器具怎么检定',
      topic: '计量',
      blocks: [{ type: 'paragraph' as const, text: '菜市场的秤一年检一次，编号 JJG539。' }],
      source: {
        title: '计量法',
        article: '第九条',
        url: null,
        versionOn: '2018-10-26',
        checkedOn: '2026-11-20',
      },
      checks: [],
    };
    const { pieceId } = await world.ok('committeePublicity', 'study.saveDraft', draft);
    await world.ok('committeePublicity', 'study.submit', { pieceId, version: 1 });
    const decision = { pieceId, version: 2, decision: 'approve' as const, note: '', publishOn: '2026-11-24' };
    await world.ok('committeeOfficer', 'study.review', decision);
    expect(await found('jjg539')).toEqual([]);
    world.clock.set('2026-11-24T08:00:00+08:00');
    for (const words of ['jjg539', 'JJG', '菜市场的秤', '检定'])
      expect(await found(words)).toEqual([draft.title]);
  });

  it.each(['%', '_', '%%%', "' or 1=1 --", '\\', '*', '。。。'])('takes %s for what it is', async (words) => {
    await addPiece(world, { publishOn: '2026-11-20', title: '药店能不能换药' });
    expect(await found(words)).toEqual([]);
  });

  it('refuses what cannot be asked, and bears the longest question', async () => {
    expect(await world.refused('member', 'study.search', { words: '' })).toBe('bad_input');
    expect(await world.refused('member', 'study.search', { words: '药\0店' })).toBe('bad_input');
    expect(await world.refused('member', 'study.search', { words: '长'.repeat(61) })).toBe('bad_input');
    expect(await found('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'.repeat(3).slice(0, 60))).toEqual(
      [],
    );
  });

  it('says when there is more than it shows', async () => {
    for (let day = 1; day <= 31; day += 1) {
      await addPiece(world, { publishOn: `2026-10-${String(day).padStart(2, '0')}`, title: `第 ${day} 篇` });
    }
    expect(await search('处方')).toMatchObject({ more: true, pieces: { length: 30 } });
    expect((await search('31')).more).toBe(false);
  });

  it('is made whole by the tick: pieces older than the index, and what changed past it', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20', title: '老的一篇' });
    await world.database.owner.pool.query('truncate search_entry cascade');
    expect(await found('处方')).toEqual([]);
    await completeIndex(world.database.db, world.tenantId);
    expect(await found('处方')).toEqual(['老的一篇']);
    await world.asActor('member', ({ trx }) =>
      sql`update piece set state = 'withdrawn' where tenant_id = ${world.tenantId} and id = ${pieceId}`.execute(
        trx,
      ),
    );
    await completeIndex(world.database.db, world.tenantId);
    const left = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('search_entry').select('id').execute(),
    );
    expect(left).toEqual([]);
  });
});

describe('bookmarks and notes', () => {
  it('keep a piece for the member alone, once, also six times at once', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => world.ok('member', 'study.bookmark', { pieceId, bookmarked: true })),
    );
    expect((await world.ok('member', 'study.bookmarks', {})).pieces.map((piece) => piece.id)).toEqual([
      pieceId,
    ]);
    expect((await world.ok('member', 'study.piece', { pieceId })).piece.bookmarked).toBe(true);
    for (const other of ['secretary', 'committeeSecretary', 'systemAdmin'] as const) {
      expect((await world.ok(other, 'study.bookmarks', {})).pieces).toEqual([]);
      expect((await world.ok(other, 'study.piece', { pieceId })).piece.bookmarked).toBe(false);
    }
    await world.ok('member', 'study.bookmark', { pieceId, bookmarked: false });
    expect((await world.ok('member', 'study.bookmarks', {})).pieces).toEqual([]);
  });

  it('keep one note on a piece, the last one; an empty one takes it away, and its search with it', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20', title: '药店能不能换药' });
    await world.ok('member', 'study.saveNote', { pieceId, text: '先问药师' });
    await world.ok('member', 'study.saveNote', { pieceId, text: '回家找说明书' });
    expect(await world.ok('member', 'study.notes', {})).toEqual({
      notes: [
        { pieceId, title: '药店能不能换药', text: '回家找说明书', writtenOn: '2026-11-23', open: true },
      ],
      next: null,
    });
    expect((await search('说明书')).notes).toMatchObject([{ pieceId, title: '药店能不能换药' }]);
    expect((await search('药师')).notes).toEqual([]);
    expect((await world.ok('member', 'study.piece', { pieceId })).piece.note).toBe('回家找说明书');
    await world.ok('member', 'study.saveNote', { pieceId, text: '' });
    expect((await search('说明书')).notes).toEqual([]);
    expect((await world.ok('member', 'study.notes', {})).notes).toEqual([]);
  });

  it('end whole when two are written at once', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    const texts = ['甲甲甲甲', '乙乙乙乙', '丙丙丙丙', '丁丁丁丁'];
    await Promise.all(texts.map((text) => world.ok('member', 'study.saveNote', { pieceId, text })));
    const [note] = (await world.ok('member', 'study.notes', {})).notes;
    expect(texts).toContain(note?.text);
    for (const text of texts) expect((await search(text)).notes).toHaveLength(text === note?.text ? 1 : 0);
  });

  it('show a note to nobody else: no secretary, no administrator, no search, no colleague', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    await world.ok('member', 'study.saveNote', { pieceId, text: '只给自己看的话' });
    for (const other of [
      'secondMember',
      'secretary',
      'committeeSecretary',
      'systemAdmin',
      'auditAdmin',
    ] as const) {
      const seen = [
        await world.ok(other, 'study.notes', {}),
        await world.ok(other, 'study.search', { words: '只给自己看的话' }),
        await world.ok(other, 'study.piece', { pieceId }),
      ];
      expect(JSON.stringify(seen)).not.toContain('只给自己');
    }
  });

  it('leave no receipt, no audit row and no instant', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    await world.ok('member', 'study.saveNote', { pieceId, text: '记一句' });
    await world.ok('member', 'study.bookmark', { pieceId, bookmarked: true });
    const traces = await world.asActor('member', async ({ trx }) => ({
      receipts: await trx
        .selectFrom('receipt')
        .select('operation')
        .where('operation', 'in', ownActs)
        .execute(),
      audit: await trx.selectFrom('audit_row').select('id').where('action', 'in', ownActs).execute(),
      instants: (
        await sql`select column_name from information_schema.columns
          where table_name in ('study_note', 'study_bookmark') and data_type like 'timestamp%'`.execute(trx)
      ).rows,
    }));
    expect(traces).toEqual({ receipts: [], audit: [], instants: [] });
  });

  it('are refused for what was never published for the reader', async () => {
    const pieces = [
      await addPiece(world, { publishOn: '2026-11-24' }),
      await addPiece(world, { publishOn: '2026-11-20', at: 'sibling' }),
      await addPiece(world, { publishOn: '2026-11-20', bureau: world.foreign }),
      missing,
    ];
    for (const pieceId of pieces) {
      expect(await world.refused('member', 'study.bookmark', { pieceId, bookmarked: true })).toBe(
        'not_found',
      );
      expect(await world.refused('member', 'study.saveNote', { pieceId, text: '一句' })).toBe('not_found');
      // Taking away says nothing about what is there.
      await world.ok('member', 'study.bookmark', { pieceId, bookmarked: false });
      await world.ok('member', 'study.saveNote', { pieceId, text: '' });
    }
    expect(
      await world.refused('member', 'study.saveNote', { pieceId: missing, text: '长'.repeat(501) }),
    ).toBe('bad_input');
  });

  it('keep the own words when the piece is withdrawn; it cannot be opened any more', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    await world.ok('member', 'study.bookmark', { pieceId, bookmarked: true });
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    // Written in a tunnel before, sent now.
    await world.ok('member', 'study.saveNote', { pieceId, text: '路上写的' });
    expect((await world.ok('member', 'study.notes', {})).notes).toMatchObject([
      { text: '路上写的', open: false },
    ]);
    expect((await world.ok('member', 'study.bookmarks', {})).pieces).toEqual([]);
  });

  it('go on page by page', async () => {
    for (let day = 1; day <= 25; day += 1) {
      const pieceId = await addPiece(world, { publishOn: `2026-10-${String(day).padStart(2, '0')}` });
      await world.ok('member', 'study.saveNote', { pieceId, text: `第${day}句` });
      await world.ok('member', 'study.bookmark', { pieceId, bookmarked: true });
    }
    const first = await world.ok('member', 'study.notes', {});
    expect(first.next).not.toBeNull();
    const rest = await world.ok('member', 'study.notes', { after: first.next ?? undefined });
    expect(new Set([...first.notes, ...rest.notes].map((note) => note.text)).size).toBe(25);
    const kept = await world.ok('member', 'study.bookmarks', {});
    const more = await world.ok('member', 'study.bookmarks', { after: kept.next ?? undefined });
    expect(new Set([...kept.pieces, ...more.pieces].map((piece) => piece.id)).size).toBe(25);
    expect(more.next).toBeNull();
  });
});

describe('study.recent', () => {
  it('keeps seven days, however many organisations publish on each', async () => {
    for (let day = 1; day <= 9; day += 1) {
      const publishOn = `2026-11-${String(day + 9).padStart(2, '0')}`;
      await addPiece(world, { publishOn });
      await addPiece(world, { publishOn, at: 'branch' });
    }
    const { pieces } = await world.ok('member', 'study.recent', {});
    expect(pieces).toHaveLength(14);
    expect(new Set(pieces.map((piece) => piece.publishOn)).size).toBe(7);
    expect(pieces.at(-1)?.publishOn).toBe('2026-11-12');
  });
});

describe('what the library waits for', () => {
  it('comes through the indexes made for it', async () => {
    await world.asActor('member', async ({ trx }) => {
      // This connection may still check references by the plan that suited empty tables.
      await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(trx);
      await sql`
        insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, source,
          reviewer_id, publish_on, publish_at, updated_at)
        select ${world.tenantId}, gen_random_uuid(), o.id, ${world.members.secretary}, 'approved', 'explanation', '篇',
          '题' || extract(day from day), '[]', 800, '{}', ${world.members.deputySecretary}, day, day, day
        from organisation o cross join generate_series(timestamp '2025-01-01', '2026-12-01', '1 day') day`.execute(
        trx,
      );
      await sql`insert into series (tenant_id, id, organisation_id, author_id, state, title, kind, topic, text, cuts,
          piece_count, reviewer_id, updated_at)
        select ${world.tenantId}, gen_random_uuid(), ${world.organisations.committee}, ${world.members.secretary},
          'approved', '系列' || n, 'explanation', '题', '文', '[]', 20, ${world.members.deputySecretary}, now()
        from generate_series(0, 499) n`.execute(trx);
      // Every fourth piece of the bureau is one of a series of twenty.
      await sql`update piece p set series_id = s.id, position = numbered.n % 20 + 1
        from (select id, row_number() over (order by publish_on) - 1 as n from piece
          where organisation_id = ${world.organisations.committee} and extract(doy from publish_on)::integer % 4 = 0)
          numbered join series s on s.title = '系列' || numbered.n / 20
        where p.id = numbered.id`.execute(trx);
      await sql`insert into search_entry select tenant_id, 'piece', id from piece
        union all select tenant_id, 'series', id from series`.execute(trx);
      await sql`insert into search_gram select tenant_id, chr(20000 + n) || chr(20001 + n), 'series', id, 3
        from series cross join generate_series(1, 8) n`.execute(trx);
      await sql`insert into search_gram select tenant_id, chr(20000 + n) || chr(20001 + n), 'piece', id, 1
        from piece cross join generate_series(1, 12) n`.execute(trx);
      await sql`insert into study_note select p.tenant_id, m.id, p.id, '句', p.publish_on
        from piece p cross join member m where extract(day from p.publish_on) = 1`.execute(trx);
      await sql`insert into study_bookmark select tenant_id, member_id, piece_id, written_on from study_note`.execute(
        trx,
      );
      await sql`insert into study_note_gram select tenant_id, member_id, chr(20000 + n), piece_id
        from study_note cross join generate_series(1, 5) n`.execute(trx);
    });
    await world.database.owner.pool.query(
      'analyze piece, series, search_entry, search_gram, study_note, study_bookmark, study_note_gram',
    );
    await world.asActor('member', async ({ trx, actor, now }) => {
      const reader = readerOf(actor, now);
      const plan = async (
        run: Parameters<typeof plansOf>[1],
        neverWhole = /Seq Scan on (piece|search_|study_)/,
      ) => {
        const [only] = await plansOf(trx, run);
        expect(only).not.toMatch(neverWhole);
        return only;
      };
      const question = { terms: termsOf('丁七丈三药'), limit: 31 };
      // Where much is found, reading the bureau's pieces together is cheaper than one by one.
      const words = await plan((one) => searchPieces(one, reader, question), /Seq Scan on (search_|study_)/);
      expect(words).toContain('search_gram_pkey');
      const series = await plan((one) => searchSeries(one, reader, question), /Seq Scan on (search_|piece)/);
      expect(series).toContain('search_gram_pkey');
      expect(series).toContain('piece_by_series');
      expect(await plan((one) => searchNotes(one, reader, question))).toContain('study_note_gram_pkey');
      const page = { after: null, limit: 21 };
      expect(await plan((one) => findNotes(one, reader, page))).toContain('study_note_by_day');
      expect(await plan((one) => findBookmarks(one, reader, page))).toContain('study_bookmark_by_day');
      const ofTopic = { topic: '题7', before: '2026-11-24', count: 21 };
      expect(await plan((one) => findOfTopic(one, reader, ofTopic))).toContain('piece_by_topic');
      expect(await plan((one) => findOfTopic(one, reader, { ...ofTopic, topic: null }))).toContain(
        'piece_one_a_day',
      );
    });
  });
});
