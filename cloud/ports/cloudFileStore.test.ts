import { Readable } from 'node:stream';
import { createDispatch, type Dispatch } from '../dispatch';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { keepsTheFileStoreContract } from '../testing/fileStoreContract';
import { jpegWithPlace } from '../testing/media';
import { type PlayedCloudStorage, playCloudStorage } from '../testing/playedCloudStorage';
import { useCases } from '../useCases';
import { cloudFileStore } from './cloudFileStore';
import type { FileStore } from './fileStore';

let storage: PlayedCloudStorage;
let store: FileStore;

beforeAll(async () => {
  storage = await playCloudStorage();
});
afterAll(() => storage.close());
beforeEach(() => {
  storage.objects.clear();
  store = cloudFileStore(storage.root, async () => storage.sdk);
});

keepsTheFileStoreContract(() => store);

describe('content that clients move by themselves', () => {
  const direct = () => {
    if (!store.direct) throw new Error('cloud storage is direct');
    return store.direct;
  };

  it('is taken from where they may write, and read where they may not', async () => {
    const path = direct().uploadPath('tenant', 'file');
    expect(path).toMatch(/^uploads\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
    expect(await direct().collect('tenant', 'file', 100)).toBeNull();
    storage.uploadFromClient(path, Buffer.from('晨学'));
    expect((await direct().collect('tenant', 'file', 100))?.toString()).toBe('晨学');
    expect(await store.inspect('tenant', 'file')).toBeNull();
    await direct().discard('tenant', 'file');
    await direct().discard('tenant', 'file');
    expect(storage.objects.size).toBe(0);
  });

  it('is not gathered beyond its limit', async () => {
    storage.uploadFromClient(direct().uploadPath('tenant', 'file'), Buffer.alloc(11));
    await expect(direct().collect('tenant', 'file', 10)).rejects.toMatchObject({ code: 'file_too_large' });
  });

  it('has an address once it is there', async () => {
    expect(await direct().addressOf('tenant', 'file', 600)).toBeNull();
    await storage.sdk.uploadFile({ cloudPath: 'kept/x', fileContent: Buffer.from('x') });
    await store.write('tenant', 'file', Readable.from([Buffer.from('a')]), 10);
    const address = await direct().addressOf('tenant', 'file', 600);
    expect(await (await fetch(address ?? '')).text()).toBe('a');
  });
});

describe('the way of a file through the cloud functions', () => {
  let world: TestWorld;
  let dispatch: Dispatch;
  beforeAll(async () => {
    world = await createTestBureau();
    dispatch = createDispatch({
      db: world.database.db,
      ports: { ...world.ports, files: cloudFileStore(storage.root, async () => storage.sdk) },
      useCases,
      demo: false,
      oldestBuild: 1,
    });
  });
  afterAll(() => world.close());

  async function ask<T>(operation: string, input: object): Promise<T> {
    const mutationId = crypto.randomUUID();
    const caller = world.callerOf('committeeOfficer');
    const { reply } = await dispatch({ operation, input, mutationId, caller });
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.data as T;
  }
  type Begun = { fileId: string; uploadTo: string; direct: boolean };

  it('begins, takes in, cleans, and hands out an address; what lay at the client’s path is gone', async () => {
    const camera = jpegWithPlace(6);
    const begun = await ask<Begun>('file.begin', {
      purpose: 'piecePicture',
      name: '图.jpg',
      size: camera.length,
    });
    expect(begun.direct).toBe(true);
    await expect(ask('file.finish', { fileId: begun.fileId })).rejects.toThrow('file_not_uploaded');
    storage.uploadFromClient(begun.uploadTo, camera);
    const { ticket } = await ask<{ ticket: string }>('file.finish', { fileId: begun.fileId });
    expect([...storage.objects.keys()].filter((path) => path.startsWith('uploads/'))).toEqual([]);
    // What the client writes afterwards is not looked at any more.
    storage.uploadFromClient(begun.uploadTo, Buffer.from('<html>'));
    const { url } = await ask<{ url: string }>('file.open', { fileId: begun.fileId, ticket });
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(bytes.includes('GPS')).toBe(false);
    await expect(ask('file.open', { fileId: begun.fileId, ticket: `${ticket}x` })).rejects.toThrow(
      'file_ticket_invalid',
    );
  });

  it('leaves no picture with its place at the client’s path when it was interrupted after taking it in', async () => {
    const camera = jpegWithPlace(6);
    const begun = await ask<Begun>('file.begin', {
      purpose: 'piecePicture',
      name: '现场.jpg',
      size: camera.length,
    });
    storage.uploadFromClient(begun.uploadTo, camera);
    jest.spyOn(storage.sdk, 'deleteFile').mockRejectedValueOnce(new Error('killed'));
    await expect(ask('file.finish', { fileId: begun.fileId })).rejects.toThrow();
    expect(storage.objects.get(begun.uploadTo)).toEqual(camera);
    await ask('file.finish', { fileId: begun.fileId });
    expect([...storage.objects.values()].filter((content) => content.includes('GPS'))).toEqual([]);
  });

  it('encrypts a register of people as soon as it takes it in', async () => {
    const content = Buffer.from('姓名\n江晨\n');
    const begun = await ask<Begun>('file.begin', {
      purpose: 'roster',
      name: '名册.csv',
      size: content.length,
    });
    storage.uploadFromClient(begun.uploadTo, content);
    await ask('file.finish', { fileId: begun.fileId });
    const lying = [...storage.objects.values()];
    expect(lying).toHaveLength(1);
    expect(lying[0]?.includes('江晨')).toBe(false);
  });
});
