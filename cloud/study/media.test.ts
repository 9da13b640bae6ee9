import { Readable } from 'node:stream';
import type { Input } from '../../src/contract/operations';
import { handOutFile } from '../file/transferFile';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import { jpegWithPlace, mp3Of } from '../testing/media';
import type { TestPersonName } from '../testing/people';
import { pieceContent } from '../testing/pieces';
import { runTick } from '../tick';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));

const writer: TestPersonName = 'committeePublicity';
const picture = jpegWithPlace(6);
const sound = mp3Of(61);

async function upload(person: TestPersonName, name: string, content: Buffer): Promise<string> {
  const purpose = name.endsWith('.jpg') ? 'piecePicture' : 'pieceAudio';
  const { fileId } = await world.ok(person, 'file.begin', { purpose, name, size: content.length });
  await world.ports.files.write(world.tenantId, fileId, Readable.from([content]), content.length);
  await world.ok(person, 'file.finish', { fileId });
  return fileId;
}

type Blocks = Input<'study.saveDraft'>['blocks'];

const draftOf = (blocks: Blocks, at: 'committee' | 'branch' = 'committee') => ({
  ...pieceContent,
  organisationId: world.organisations[at],
  blocks,
});

async function blocksWithMedia(person: TestPersonName = writer): Promise<Blocks> {
  return [
    { type: 'paragraph', text: '正文。' },
    {
      type: 'picture',
      fileId: await upload(person, '图.jpg', picture),
      alt: '柜台',
      text: '',
      width: 1,
      height: 1,
    },
    { type: 'audio', fileId: await upload(person, '音.mp3', sound), text: '大家好。', seconds: 1 },
  ];
}

/** Saves, hands in and approves a piece for today, and returns its id. */
async function publish(blocks: Blocks, at: 'committee' | 'branch' = 'committee'): Promise<string> {
  const [author, reviewer] =
    at === 'committee'
      ? ([writer, 'committeeOfficer'] as const)
      : (['secretary', 'deputySecretary'] as const);
  const { pieceId } = await world.ok(author, 'study.saveDraft', draftOf(blocks, at));
  await world.ok(author, 'study.submit', { pieceId, version: 1 });
  await world.ok(reviewer, 'study.review', {
    pieceId,
    version: 2,
    decision: 'approve',
    note: '',
    publishOn: '2026-11-24',
  });
  world.clock.set('2026-11-24T00:00:00.000Z');
  return pieceId;
}

async function bytesOf(person: TestPersonName, pieceId: string): Promise<Buffer[]> {
  const { files } = await world.ok(person, 'study.media', { pieceId });
  return Promise.all(
    files.map(async ({ fileId, ticket }) => {
      const file = await handOutFile(world.database.db, world.ports, { fileId, ticket });
      return Buffer.concat((await file.content.toArray()) as Buffer[]);
    }),
  );
}

const filesLeft = async () =>
  (await world.asActor(writer, ({ trx }) => trx.selectFrom('file').select('id').execute())).length;

afterEach(() => world.database.owner.pool.query('truncate piece, file, receipt, notice cascade'));

it('keeps sizes and lengths as they were measured, whatever the sender says', async () => {
  const { pieceId } = await world.ok(writer, 'study.saveDraft', draftOf(await blocksWithMedia()));
  const { blocks } = await world.ok(writer, 'study.draft', { pieceId });
  expect(blocks).toMatchObject([
    { type: 'paragraph' },
    { type: 'picture', width: 8, height: 16 },
    { type: 'audio', seconds: 61 },
  ]);
});

it('shows pictures and recordings to the readers of the piece once it is out, without the place they were taken', async () => {
  const pieceId = await publish(await blocksWithMedia());
  const [image, voice] = await bytesOf('member', pieceId);
  expect(image?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(image?.includes('GPS')).toBe(false);
  expect(voice?.includes('somebody')).toBe(false);
  expect(await world.foreign.refused('member', 'study.media', { pieceId })).toBe('not_found');
});

it('shows those of a draft to its desk only, and of a branch to the branch only', async () => {
  const { pieceId } = await world.ok(writer, 'study.saveDraft', draftOf(await blocksWithMedia()));
  expect(await bytesOf(writer, pieceId)).toHaveLength(2);
  for (const stranger of ['member', 'secretary', 'siblingMember'] as const) {
    expect(await world.refused(stranger, 'study.media', { pieceId })).toBe('not_found');
  }
  const own = await publish(await blocksWithMedia('secretary'), 'branch');
  expect(await bytesOf('member', own)).toHaveLength(2);
  expect(await world.refused('siblingMember', 'study.media', { pieceId: own })).toBe('not_found');
});

it('takes nobody’s file but the writer’s own or what the piece has already', async () => {
  const blocks = await blocksWithMedia();
  expect(await world.refused('secretary', 'study.saveDraft', draftOf(blocks, 'branch'))).toBe(
    'file_not_uploaded',
  );
  const { pieceId } = await world.ok(writer, 'study.saveDraft', draftOf(blocks));
  const edited = await world.ok('committeeOfficer', 'study.saveDraft', {
    ...draftOf(blocks),
    pieceId,
    version: 1,
  });
  expect(edited.version).toBe(2);
});

it('refuses what is not finished, not there, of another kind, or one too many', async () => {
  const [text, image, voice] = await blocksWithMedia();
  if (!text || image?.type !== 'picture' || voice?.type !== 'audio')
    throw new Error('the blocks are those above');
  const begun = await world.ok(writer, 'file.begin', { purpose: 'piecePicture', name: '图.jpg', size: 10 });
  const refusals: [Blocks, string][] = [
    [[text, { ...image, fileId: begun.fileId }], 'file_not_uploaded'],
    [[text, { ...image, fileId: '01980000-0000-7000-8000-00000000ffff' }], 'file_not_uploaded'],
    [[text, { ...image, fileId: voice.fileId }], 'file_not_uploaded'],
    [[text, { ...voice, fileId: image.fileId }], 'file_not_uploaded'],
    [[text, voice, voice], 'bad_input'],
    [[text, ...Array(7).fill(image)], 'bad_input'],
    [[text, { ...image, alt: ' ' }], 'bad_input'],
    [[text, { ...voice, text: '' }], 'bad_input'],
  ];
  for (const [blocks, code] of refusals) {
    expect(await world.refused(writer, 'study.saveDraft', draftOf(blocks))).toBe(code);
  }
});

it('takes away after a week what no piece shows, and leaves what one shows', async () => {
  const blocks = await blocksWithMedia();
  const { pieceId } = await world.ok(writer, 'study.saveDraft', draftOf(blocks));
  await upload(writer, '没用上.jpg', picture);
  const inDays = (days: number, moreMs = 0) =>
    world.clock.set(new Date(Date.parse(TEST_NOW) + days * 86_400_000 + moreMs).toISOString());
  inDays(7);
  await runTick(world.database.db, world.ports);
  expect(await filesLeft()).toBe(3);
  inDays(7, 1);
  await runTick(world.database.db, world.ports);
  expect(await filesLeft()).toBe(2);
  // The picture leaves the piece, and then goes itself.
  await world.ok(writer, 'study.saveDraft', {
    ...draftOf(blocks.filter(({ type }) => type !== 'picture')),
    pieceId,
    version: 1,
  });
  await runTick(world.database.db, world.ports);
  expect(await filesLeft()).toBe(1);
  expect(await bytesOf(writer, pieceId)).toHaveLength(1);
});

it('can be handed in when it is a recording with its text', async () => {
  const [, , voice] = await blocksWithMedia();
  if (!voice) throw new Error('the blocks are those above');
  const { pieceId } = await world.ok(writer, 'study.saveDraft', draftOf([voice]));
  expect((await world.ok(writer, 'study.submit', { pieceId, version: 1 })).state).toBe('submitted');
});
