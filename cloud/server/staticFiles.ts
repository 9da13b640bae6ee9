import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '../ports/ports';
import { refuse } from './refuse';

interface StaticFile {
  body: Buffer;
  mediaType: string;
  etag: string;
  cacheControl: string;
  /** Made at the first request for it, then kept. */
  compressed: Map<'br' | 'gzip', Promise<Buffer>>;
}

/** A build in memory by its URL path (`/js/app.4a2b3845.js`). */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** webpack's content hash in a name (config/index.ts): such a file never changes. */
const HASHED = /\.[0-9a-f]{8}\.(js|css)$/;

/** Screens are named in kebab-case (platform/routeTable.ts): no extension, no dots, nothing encoded. */
const SCREEN = /^\/[A-Za-z0-9/_-]*$/;

/** Below this size compressing saves no packet (one Ethernet frame carries about 1,460 bytes). */
const WORTH_COMPRESSING = 1_400;

/**
 * Reads a whole build into memory (about 1 MB): requests only look paths up, so no path leads outside the folder,
 * and a build replaced on disk meanwhile never mixes with the old one. Throws when there is no index.html.
 */
export function loadStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const urlPath = `/${relative(folder, path).split(sep).join('/')}`;
    const mediaType = MEDIA_TYPES[extname(path)];
    if (!mediaType || urlPath.includes('/.') || !statSync(path).isFile()) continue;
    const body = readFileSync(path);
    files.set(urlPath, {
      body,
      mediaType,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      cacheControl: HASHED.test(urlPath) ? 'public, max-age=31536000, immutable' : 'no-cache',
      compressed: new Map(),
    });
  }
  if (!files.has('/index.html')) throw new Error(`no index.html in ${folder}`);
  return files;
}

/** Serves the build; a navigation to any path without an extension gets the app, which finds its screen itself. */
export function addStaticRoutes(app: FastifyInstance, files: StaticFiles | null, ports: Ports): void {
  app.setNotFoundHandler(async (request, reply) => {
    const file = files && findFile(files, request);
    return file ? sendFile(file, request, reply) : refuse(reply, ports, 'not_found');
  });
}

function findFile(files: StaticFiles, { method, url }: FastifyRequest): StaticFile | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const isScreen = SCREEN.test(path) && !/^\/(api|files)(\/|$)/.test(path);
  return files.get(path) ?? (isScreen ? files.get('/index.html') : undefined);
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
  } catch {
    return undefined;
  }
}

async function sendFile(
  file: StaticFile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.headers({
    'content-type': file.mediaType,
    'cache-control': file.cacheControl,
    etag: file.etag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const encoding = chooseEncoding(file, request.headers['accept-encoding']);
  if (encoding) reply.header('content-encoding', encoding);
  return reply.code(200).send(encoding ? await compress(file, encoding) : file.body);
}

function chooseEncoding(file: StaticFile, accepted: string | undefined): 'br' | 'gzip' | undefined {
  if (file.body.length < WORTH_COMPRESSING || /^image\/(png|jpeg)|^font/.test(file.mediaType))
    return undefined;
  const names = (accepted ?? '').split(',').map((one) => one.trim());
  const takes = (name: string) =>
    names.some((one) => one === name || (one.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(one)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

/** Of 11: 9 % larger than the best and made in a tenth of the time (0.1 s for our largest), which the first visitor waits for. */
const BROTLI_QUALITY = 9;

function compress(file: StaticFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const made =
    encoding === 'br'
      ? promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : promisify(gzip)(file.body, { level: 9 });
  file.compressed.set(encoding, made);
  return made;
}
