import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudStorageSdk } from '../ports/cloudFileStore';

/** WeChat's cloud storage played: the SDK's calls as documented, and the addresses that it hands out. */
export interface PlayedCloudStorage {
  sdk: CloudStorageSdk;
  /** `cloud://environment.bucket`. */
  root: string;
  /** What lies there, by path. */
  objects: Map<string, Buffer>;
  /** As `wx.cloud.uploadFile` in the mini-program. */
  uploadFromClient(cloudPath: string, content: Buffer): void;
  close(): Promise<void>;
}

const ROOT = 'cloud://demo-1.64656d6f-demo-1-1250000000';

/** Begins to play; addresses are served from this machine. Fails, as WeChat does, on names it does not allow. */
export async function playCloudStorage(): Promise<PlayedCloudStorage> {
  const objects = new Map<string, Buffer>();
  const signed = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = signed.get(request.url ?? '');
    const content = path === undefined ? undefined : objects.get(path);
    if (!content) {
      response.writeHead(404).end('<Code>NoSuchKey</Code>');
      return;
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (start === undefined) response.writeHead(200).end(content);
    else response.writeHead(206).end(content.subarray(Number(start), Number(end) + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let isReady = false;
  const pathIn = (fileID: string) => {
    if (!isReady) throw new Error('cloud.init() 没有调用');
    if (!fileID.startsWith(`${ROOT}/`))
      throw Object.assign(new Error('invalid fileID'), { errCode: -501_007 });
    return fileID.slice(ROOT.length + 1);
  };
  const sdk: CloudStorageSdk = {
    DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
    init: ({ env }) => {
      isReady = env === Symbol.for('DYNAMIC_CURRENT_ENV');
    },
    uploadFile: async ({ cloudPath, fileContent }) => {
      checkPath(cloudPath);
      objects.set(cloudPath, Buffer.from(fileContent));
      return { fileID: `${ROOT}/${cloudPath}`, statusCode: 204 };
    },
    deleteFile: async ({ fileList }) => ({
      fileList: fileList.map((fileID) => ({
        fileID,
        status: objects.delete(pathIn(fileID)) ? 0 : -503_003,
        errMsg: '',
      })),
    }),
    getTempFileURL: async ({ fileList }) => ({
      fileList: fileList.map(({ fileID, maxAge }) => {
        const path = pathIn(fileID);
        if (!objects.has(path)) return { fileID, tempFileURL: '', status: -503_003, maxAge };
        const url = `/${encodeURIComponent(path)}?sign=${signed.size}&t=${maxAge}`;
        signed.set(url, path);
        return { fileID, tempFileURL: base + url, status: 0, maxAge };
      }),
    }),
  };
  return {
    sdk,
    root: ROOT,
    objects,
    uploadFromClient: (cloudPath, content) => {
      checkPath(cloudPath);
      objects.set(cloudPath, content);
    },
    close: () => closeServer(server),
  };
}

/** "文件名命名限制": letters, digits, / ! - _ . * and blank, not beginning with a slash. */
function checkPath(path: string): void {
  if (!/^[0-9a-zA-Z!\-_.* ][0-9a-zA-Z/!\-_.* ]*$/.test(path)) throw new Error(`invalid cloudPath ${path}`);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
