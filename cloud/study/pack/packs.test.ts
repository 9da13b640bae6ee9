import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { insertFile } from '../../file/fileRepository';
import { createTestBureau, TEST_NOW, type TestBureau, type TestWorld } from '../../testing/bureau';
import type { TestPersonName } from '../../testing/people';
import { addPiece, pieceContent } from '../../testing/pieces';
import { plansOf } from '../../testing/plansOf';
import { insertPiece } from '../studyRepository';
import { findPackable } from './packRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() =>
  world.database.owner.pool.query('truncate piece, series, search_entry, notice, file cascade'),
);

type People = Pick<TestBureau, 'asActor' | 'members' | 'tenantId'>;

/** A finished upload of `bureau`'s person. */
async function uploaded(
  content: string | Buffer,
  owner: TestPersonName = 'committeePublicity',
  bureau: People = world,
): Promise<string> {
  const bytes = Buffer.from(content);
  const fileId = await bureau.asActor(owner, async ({ trx, newId, now }) => {
    const id = newId();
    const file = { ownerId: bureau.members[owner], purpose: 'pack', name: '内容包.json' } as const;
    await insertFile(trx, bureau.tenantId, { id, ...file, declaredSize: bytes.length }, now);
    await trx.updateTable('file').set({ state: 'ready', size: bytes.length }).where('id', '=', id).execute();
    return id;
  });
  await world.ports.files.write(bureau.tenantId, fileId, Readable.from([bytes]), 30_000_000);
  return fileId;
}

const { kind, topic, blocks, source, checks } = pieceContent;
const { checkedOn: _checkedOn, ...packedSource } = source;
const packPiece = (over: Record<string, unknown> = {}) => ({
  ...{ title: '甲篇', kind, topic, blocks, checks, pictures: 0, recordings: 0 },
  source: packedSource,
  ...over,
});
const packOf = (pieces: unknown, over: Record<string, unknown> = {}) =>
  JSON.stringify({ format: 'morning-study-pack', version: 1, title: '邻局', pieces, ...over });

const atCommittee = () => ({ organisationId: world.organisations.committee });
const piecesThere = () =>
  world.asActor('member', ({ trx }) => trx.selectFrom('piece').selectAll().orderBy('title').execute());

async function exported(pieceIds: string[], seriesIds: string[] = []) {
  const written = await world.ok('committeePublicity', 'study.writePack', {
    ...atCommittee(),
    pieceIds,
    seriesIds,
  });
  const text = Buffer.from(written.base64, 'base64').toString();
  return { written, text, pack: JSON.parse(text) as { pieces: Record<string, unknown>[] } };
}

describe('a content pack', () => {
  it('leaves one bureau and is handed in for the second person of another', async () => {
    const ids = [
      await addPiece(world, { publishOn: '2026-11-20', title: '甲篇' }),
      await addPiece(world, { publishOn: null, title: '乙篇' }),
    ];
    const { written, text } = await exported(ids);
    expect(written).toMatchObject({ name: '晨学内容包.json', pieceCount: 2, pictures: 0, recordings: 0 });
    for (const secret of [...ids, world.members.committeePublicity, '2026-11-20', 'checkedOn', 'author'])
      expect(text).not.toContain(secret);

    const { foreign } = world;
    const fileId = await uploaded(text, 'committeePublicity', foreign);
    const preview = await foreign.ok('committeePublicity', 'study.readPack', { fileId });
    expect(preview.pieces.map(({ title, isThere }) => `${title} ${isThere}`).sort()).toEqual(
      ['甲篇 false', '乙篇 false'].sort(),
    );
    const organisationId = foreign.organisations.committee;
    expect(
      await foreign.ok('committeePublicity', 'study.takePack', { organisationId, fileId, chosen: [1, 0] }),
    ).toEqual({ taken: 2, left: 0 });
    const desk = await foreign.ok('committeeOfficer', 'study.desk', {});
    expect(desk.pieces.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
    const pieceId = desk.pieces.find(({ title }) => title === '甲篇')?.id ?? '';
    const draft = await foreign.ok('committeeOfficer', 'study.draft', { pieceId });
    expect(draft).toMatchObject({ kind, topic, blocks, checks, source: { ...source, checkedOn: null } });
    expect(draft.textCheck?.verdict).toBe('pass');
    expect(await foreign.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    const { notices } = await foreign.ok('committeeOfficer', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text)).toEqual(['内容包 2 篇等您审核，一篇一篇看过才发']);
    // The file has been read and is gone.
    expect(await foreign.refused('committeePublicity', 'study.readPack', { fileId })).toBe('not_found');
  });

  it('leaves pictures and recordings behind, keeps their words and says so', async () => {
    const id = await world.asActor('committeePublicity', async ({ trx, newId, now }) => {
      const pieceId = newId();
      const files = { picture: newId(), audio: newId() };
      for (const [name, file] of Object.entries(files)) {
        const purpose = name === 'audio' ? ('pieceAudio' as const) : ('piecePicture' as const);
        const owner = { ownerId: world.members.committeePublicity, name, declaredSize: 1 };
        await insertFile(trx, world.tenantId, { id: file, purpose, ...owner }, now);
      }
      const { organisationId } = atCommittee();
      await insertPiece(
        trx,
        world.tenantId,
        {
          ...pieceContent,
          blocks: [
            { type: 'heading', text: '窗口' },
            { type: 'picture', fileId: files.picture, text: '图一', alt: '柜台', width: 4, height: 3 },
            { type: 'audio', fileId: files.audio, text: '请先坐。', seconds: 9 },
          ],
          id: pieceId,
          ...{ organisationId, authorId: world.members.committeePublicity, demo: false, updatedAt: now },
        },
        { reviewerId: world.members.committeeOfficer, reviewedAt: now, publishOn: null },
      );
      return pieceId;
    });
    const { written, text, pack } = await exported([id]);
    expect(written).toMatchObject({ pieceCount: 1, pictures: 1, recordings: 1 });
    expect(text).not.toContain('fileId');
    expect(pack.pieces[0]?.blocks).toEqual([
      { type: 'heading', text: '窗口' },
      { type: 'paragraph', text: '（这里原有一张图片，没有随包带来。图上是：柜台。图一）' },
      { type: 'paragraph', text: '（这里原有一段录音，没有随包带来。录音里说：）请先坐。' },
    ]);
    const fileId = await uploaded(text.replaceAll(pieceContent.title, '换个标题'));
    const { pieces } = await world.ok('committeePublicity', 'study.readPack', { fileId });
    expect(pieces[0]).toMatchObject({ pictures: 1, recordings: 1, isThere: false });
  });

  it('holds a series as one choice, in its order', async () => {
    const seriesId = (
      await world.ok('committeePublicity', 'study.startSeries', {
        ...atCommittee(),
        ...{ title: '窗口手册', kind, topic, source },
        text: Array.from({ length: 6 }, (_, at) => `第${at + 1}条 ${'甲'.repeat(390)}。`).join('\n\n'),
      })
    ).seriesId;
    const plan = { from: '2026-11-24', weekdays: [1, 2, 3, 4, 5] };
    await world.ok('committeePublicity', 'study.submitSeries', { seriesId, version: 1, ...plan });
    // Nothing of it is approved yet.
    const whole = { ...atCommittee(), pieceIds: [], seriesIds: [seriesId] };
    expect(await world.refused('committeePublicity', 'study.writePack', whole)).toBe('not_found');
    await world.ok('committeeOfficer', 'study.reviewSeries', {
      ...{ seriesId, version: 2, decision: 'approve', note: '' },
    });
    expect(await world.ok('committeePublicity', 'study.packable', atCommittee())).toEqual({
      pieces: [],
      next: null,
      series: [{ id: seriesId, title: '窗口手册', pieceCount: 3 }],
    });
    const { pack } = await exported([], [seriesId]);
    expect(pack.pieces.map(({ title }) => title)).toEqual([
      '窗口手册 第1条至第2条',
      '窗口手册 第3条至第4条',
      '窗口手册 第5条至第6条',
    ]);
  });

  it('offers approved pieces page by page, each once', async () => {
    for (let at = 0; at < 51; at += 1) await addPiece(world, { publishOn: null, title: `第 ${at} 篇` });
    await world.ok('committeePublicity', 'study.saveDraft', { ...atCommittee(), ...pieceContent });
    const first = await world.ok('committeePublicity', 'study.packable', atCommittee());
    expect(first.pieces).toHaveLength(50);
    const cursor = first.next ?? '';
    const second = await world.ok('committeePublicity', 'study.packable', { ...atCommittee(), cursor });
    expect([second.pieces.length, second.next]).toEqual([1, null]);
    expect(new Set([...first.pieces, ...second.pieces].map(({ id }) => id)).size).toBe(51);
  });

  it('is not made of what lies elsewhere, is not approved or is nothing', async () => {
    const elsewhere = await addPiece(world, {
      at: 'branch',
      publishOn: null,
      author: 'publicityOfficer',
      reviewer: 'secretary',
    });
    const { pieceId } = await world.ok('committeePublicity', 'study.saveDraft', {
      ...atCommittee(),
      ...pieceContent,
    });
    const write = (pieceIds: string[]) =>
      world.refused('committeePublicity', 'study.writePack', { ...atCommittee(), pieceIds, seriesIds: [] });
    expect(await write([elsewhere])).toBe('not_found');
    expect(await write([pieceId])).toBe('not_found');
    expect(await write([])).toBe('bad_input');
  });

  it('of more bytes than fit is not written', async () => {
    const long = { type: 'paragraph' as const, text: '长'.repeat(2000) };
    const ids = await world.asActor('committeePublicity', async ({ trx, newId, now }) => {
      const made: string[] = [];
      for (let at = 0; at < 2; at += 1) {
        const id = newId();
        const base = { ...pieceContent, ...atCommittee(), authorId: world.members.committeePublicity };
        await insertPiece(
          trx,
          world.tenantId,
          { ...base, title: `长 ${at}`, blocks: Array(60).fill(long), id, demo: false, updatedAt: now },
          { reviewerId: world.members.committeeOfficer, reviewedAt: now, publishOn: null },
        );
        made.push(id);
      }
      return made;
    });
    // One is 360 KB, two are 720.
    await exported(ids.slice(0, 1));
    const both = { ...atCommittee(), pieceIds: ids, seriesIds: [] };
    expect(await world.refused('committeePublicity', 'study.writePack', both)).toBe('pack_too_large');
  });
});

describe('taking a pack', () => {
  const take = (fileId: string, chosen = [0]) => ({ ...atCommittee(), fileId, chosen });

  it('leaves out what is there, also twice in one file', async () => {
    await addPiece(world, { publishOn: null, title: '甲篇' });
    const fileId = await uploaded(
      packOf([packPiece(), packPiece({ title: '乙' }), packPiece({ title: '乙' })]),
    );
    const { pieces } = await world.ok('committeePublicity', 'study.readPack', { fileId });
    expect(pieces.map(({ isThere }) => isThere)).toEqual([true, false, true]);
    expect(await world.ok('committeePublicity', 'study.takePack', take(fileId, [0, 1, 2]))).toEqual({
      taken: 1,
      left: 2,
    });
  });

  it('takes each piece once, also when two people take at once or one presses twice', async () => {
    const pack = packOf([packPiece(), packPiece({ title: '乙' })]);
    const [one, two] = [await uploaded(pack), await uploaded(pack, 'committeeOfficer')];
    const replies = await Promise.all([
      world.ok('committeePublicity', 'study.takePack', take(one, [0, 1])),
      world.ok('committeeOfficer', 'study.takePack', take(two, [0, 1])),
    ]);
    expect(replies.map(({ taken }) => taken).sort()).toEqual([0, 2]);
    const again = await uploaded(packOf([packPiece({ title: '丙' })]));
    const both = await Promise.all(
      [1, 2].map(() => world.call('committeePublicity', 'study.takePack', take(again))),
    );
    expect(both.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['not_found', 'ok']);
    expect((await piecesThere()).map(({ title }) => title).sort()).toEqual(['丙', '乙', '甲篇'].sort());
  });

  it('is all or nothing: one bad piece, or a position that is not there, and nothing is written', async () => {
    const bad = await uploaded(packOf([packPiece(), packPiece({ title: '乙', blocks: [] })]));
    expect(await world.refused('committeePublicity', 'study.takePack', take(bad))).toBe('pack_unreadable');
    const short = await uploaded(packOf([packPiece()]));
    expect(await world.refused('committeePublicity', 'study.takePack', take(short, [0, 1]))).toBe(
      'bad_input',
    );
    expect(await world.refused('committeePublicity', 'study.takePack', take(short, [0, 0]))).toBe(
      'bad_input',
    );
    expect(await piecesThere()).toEqual([]);
    // The file is still there for another try.
    expect((await world.ok('committeePublicity', 'study.takePack', take(short))).taken).toBe(1);
  });

  it('is for the owner of the file, where that person writes', async () => {
    const fileId = await uploaded(packOf([packPiece()]));
    expect(await world.refused('member', 'study.readPack', { fileId })).toBe('not_allowed');
    expect(await world.refused('committeeOfficer', 'study.readPack', { fileId })).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'study.takePack', take(fileId))).toBe('not_found');
    expect(await world.foreign.refused('committeeOfficer', 'study.readPack', { fileId })).toBe('not_found');
    const branch = { ...take(fileId), organisationId: world.organisations.branch };
    expect(await world.refused('committeePublicity', 'study.takePack', branch)).toBe('not_found');
    expect(await piecesThere()).toEqual([]);
  });

  it('has the words checked: what is not fit to be read cannot be approved', async () => {
    const blocks = [{ type: 'paragraph', text: '绝密★启用前' }];
    const fileId = await uploaded(packOf([packPiece({ blocks })]));
    await world.ok('committeePublicity', 'study.takePack', take(fileId));
    const [piece] = await piecesThere();
    const approve = { pieceId: piece?.id ?? '', version: 2, decision: 'approve', note: '' } as const;
    expect(await world.refused('committeeOfficer', 'study.review', approve)).toBe('text_not_fit');
  });
});

describe('a file that is no pack', () => {
  const deep = `{"format":"morning-study-pack","version":1,"pieces":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  it.each([
    ['no JSON', '名册', 'pack_unreadable'],
    ['empty', '', 'pack_unreadable'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 'pack_unreadable'],
    ['null', 'null', 'pack_unreadable'],
    ['a list', '[]', 'pack_unreadable'],
    ['of another format', packOf([packPiece()], { format: 'roster' }), 'pack_unreadable'],
    ['of no version', packOf([packPiece()], { version: '1' }), 'pack_unreadable'],
    ['of a newer version, whatever is in it', packOf('?', { version: 2 }), 'pack_newer'],
    ['nested 200,000 deep', deep, 'pack_unreadable'],
    ['of no piece', packOf([]), 'pack_unreadable'],
    ['of 201 pieces', packOf(Array(201).fill({})), 'pack_too_large'],
    ['larger than 600 KB', packOf([packPiece()]) + ' '.repeat(600_000), 'pack_too_large'],
    [
      'with a picture',
      packOf([packPiece({ blocks: [{ type: 'picture', text: '', alt: '' }] })]),
      'pack_unreadable',
    ],
    ['with a half sign', packOf([packPiece({ title: '\ud800' })]), 'pack_unreadable'],
    ['without a source', packOf([packPiece({ source: null })]), 'pack_unreadable'],
    [
      'with a link that is a script',
      packOf([packPiece({ source: { ...packedSource, url: 'javascript:alert(1)' } })]),
      'pack_unreadable',
    ],
    [
      'with a question that nobody can answer',
      packOf([packPiece({ checks: [{ ...checks[1], key: [5] }] })]),
      'pack_unreadable',
    ],
  ])('%s is refused', async (_what, content, code) => {
    const fileId = await uploaded(content);
    expect(await world.refused('committeePublicity', 'study.readPack', { fileId })).toBe(code);
    expect(await piecesThere()).toEqual([]);
  });

  it('may carry fields that nobody knows; nothing of them is kept', async () => {
    const raw = packOf([packPiece({ author: '某某', publishOn: '2026-11-24', state: 'approved' })]);
    const fileId = await uploaded(`\ufeff${raw.replace('{', '{"__proto__":{"isAdmin":true},')}`);
    await world.ok('committeePublicity', 'study.takePack', { ...atCommittee(), fileId, chosen: [0] });
    const [piece] = await piecesThere();
    expect(piece).toMatchObject({ state: 'submitted', publish_on: null });
    expect(JSON.stringify(piece)).not.toContain('某某');
  });
});

it('finds what can be packed by an index', async () => {
  const { committee, branch } = world.organisations;
  await world.asActor('committeePublicity', ({ trx }) =>
    sql`insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, checks, updated_at)
      select ${world.tenantId}::uuid, gen_random_uuid(),
        case when n % 10 = 0 then ${committee}::uuid else ${branch}::uuid end,
        ${world.members.committeePublicity}::uuid, 'draft', 'explanation', '甲', '甲', '[]', 1, '[]', now()
      from generate_series(1, 5000) n`.execute(trx),
  );
  await world.database.owner.pool.query('analyze piece');
  const page = { before: null, limit: 51 };
  const [plan] = await world.asActor('committeePublicity', ({ trx }) =>
    plansOf(trx, (one) => findPackable(one, world.tenantId, world.organisations.committee, page)),
  );
  expect(plan).not.toMatch(/Seq Scan on piece/);
});
