import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '../appError';
import type { ByteRange, FileStore } from './fileStore';
import { observe } from './observeContent';

/** What we use of wx-server-sdk's storage, as WeChat documents it. */
export interface CloudStorageSdk {
  DYNAMIC_CURRENT_ENV: unknown;
  init(options: { env: unknown }): void;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>;
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[];
  }): Promise<{ fileList: { fileID: string; tempFileURL: string; status: number }[] }>;
}

/** WeChat's STORAGE_FILE_NONEXIST. */
const NOT_THERE = -503_003;

/** An address for our own next step, in seconds. */
const OWN_STEP_SECONDS = 300;

/**
 * Objects in WeChat's cloud storage, for cloud functions. `root` is `cloud://environment.bucket` (config.ts). Objects
 * of ours lie under `kept/`, which no client may write; clients put theirs under `uploads/` and we take them from
 * there, so that what has been looked at cannot be changed (docs/operations.md names the storage rule). Cloud storage
 * knows no "only if absent": two writings at once of one name are one content in this program (file/takeIn).
 * The SDK is heavy (190 ms): it is loaded by the first call that needs it.
 */
export function cloudFileStore(root: string, load: () => Promise<CloudStorageSdk> = loadSdk): FileStore {
  let loaded: Promise<CloudStorageSdk> | undefined;
  const sdk = () => {
    loaded ??= load().then((cloud) => {
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      return cloud;
    });
    return loaded;
  };
  const kept = (tenantId: string, object: string) => `kept/${hashOf(tenantId, object)}`;
  const uploads = (tenantId: string, object: string) => `uploads/${hashOf(tenantId, object)}`;

  const addressOf = async (path: string, seconds: number): Promise<string | null> => {
    const fileID = `${root}/${path}`;
    const { fileList } = await (await sdk()).getTempFileURL({ fileList: [{ fileID, maxAge: seconds }] });
    const [found] = fileList;
    if (!found || found.status === NOT_THERE) return null;
    if (found.status !== 0 || !found.tempFileURL) throw new AppError('unavailable', 'cloud storage refuses');
    return found.tempFileURL;
  };
  const open = async (path: string, range?: ByteRange): Promise<Readable | null> => {
    const address = await addressOf(path, OWN_STEP_SECONDS);
    if (address === null) return null;
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const answer = await fetch(address, headers ? { headers } : {});
    if (answer.status === 404) {
      await answer.body?.cancel();
      return null;
    }
    if (!answer.ok || !answer.body) throw new AppError('unavailable', 'cloud storage does not answer');
    return Readable.fromWeb(answer.body as ReadableStream);
  };
  const remove = async (path: string): Promise<void> => {
    const { fileList } = await (await sdk()).deleteFile({ fileList: [`${root}/${path}`] });
    const status = fileList[0]?.status ?? 0;
    if (status !== 0 && status !== NOT_THERE) throw new AppError('unavailable', 'cloud storage refuses');
  };
  const inspect: FileStore['inspect'] = async (tenantId, object) => {
    const content = await open(kept(tenantId, object));
    if (!content) return null;
    const seen = observe();
    for await (const chunk of content) seen.take(Buffer.from(chunk as Uint8Array));
    return seen.result();
  };

  return {
    inspect,
    write: async (tenantId, object, content, maxBytes) => {
      const bytes = await gather(content, maxBytes);
      const first = await inspect(tenantId, object);
      if (first) return first;
      await (await sdk()).uploadFile({ cloudPath: kept(tenantId, object), fileContent: bytes });
      const seen = observe();
      seen.take(bytes);
      return seen.result();
    },
    read: (tenantId, object, range) => open(kept(tenantId, object), range),
    remove: (tenantId, object) => remove(kept(tenantId, object)),
    direct: {
      uploadPath: uploads,
      collect: async (tenantId, object, maxBytes) => {
        const content = await open(uploads(tenantId, object));
        return content && gather(content, maxBytes);
      },
      discard: (tenantId, object) => remove(uploads(tenantId, object)),
      addressOf: (tenantId, object, seconds) => addressOf(kept(tenantId, object), seconds),
    },
  };
}

/** Nothing of a caller reaches a path. */
function hashOf(tenantId: string, object: string): string {
  const name = createHash('sha256').update(`${tenantId}/${object}`).digest('hex');
  return `${name.slice(0, 2)}/${name}`;
}

async function gather(content: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += (chunk as Uint8Array).length;
    if (size > maxBytes) {
      content.destroy();
      throw new AppError('file_too_large');
    }
    chunks.push(Buffer.from(chunk as Uint8Array));
  }
  return Buffer.concat(chunks);
}

async function loadSdk(): Promise<CloudStorageSdk> {
  const { default: sdk } = await import('wx-server-sdk');
  // Typed by what its documentation says of the calls that we make.
  return sdk as CloudStorageSdk;
}
