import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import { handOutFile, receiveFile } from '../file/transferFile';
import type { Ports } from '../ports/ports';

/** Above the largest file (20 MB, file/fileKinds.ts); the ticket names the exact size. */
const MAX_FILE_BODY_BYTES = 21 * 1024 * 1024;

interface FileRequest {
  Params: { fileId: string };
  Querystring: { ticket?: unknown };
}

/** `PUT` and `GET /files/<id>?ticket=…`: the ticket alone opens the object, so neither cookie nor Origin matters. */
export function addFileRoutes(app: FastifyInstance, db: Kysely<Tables>, ports: Ports): void {
  app.register(async (routes) => {
    // The content is streamed, whatever it calls itself; what it is shows in its bytes (file.finish).
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { bodyLimit: MAX_FILE_BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    routes.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    routes.put<FileRequest>('/files/:fileId', { bodyLimit: MAX_FILE_BODY_BYTES }, async (request, reply) => {
      await receiveFile(db, ports, {
        fileId: request.params.fileId,
        ticket: String(request.query.ticket ?? ''),
        announcedBytes: lengthOf(request.headers['content-length']),
        content: (request.body as Readable | undefined) ?? request.raw,
      });
      return reply.code(204).send();
    });

    routes.get<FileRequest>('/files/:fileId', async (request, reply) => {
      const { fileId } = request.params;
      const file = await handOutFile(db, ports, {
        fileId,
        ticket: String(request.query.ticket ?? ''),
        range: request.headers.range,
      });
      const { range, size } = file;
      if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      return reply
        .headers({
          'accept-ranges': 'bytes',
          'content-length': range ? range.end - range.start + 1 : size,
          'content-type': file.mediaType,
          // RFC 6266: a plain name for old readers, the real one encoded; never shown inside our pages.
          'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeRfc5987(file.name)}`,
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .send(file.content);
    });
  });
}

function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,10}$/.test(header) ? Number(header) : null;
}

/** RFC 5987 3.2.1: encodeURIComponent leaves four characters that may not stand there. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
