import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Tables } from '../../../cloud/database/tables';
import { handOutFile, receiveFile } from '../../../cloud/file/transferFile';
import type { Ports } from '../../../cloud/ports/ports';
import type { HttpRequest, HttpResponse } from '../runtime/wx/networkApis';

type Answer = (asked: HttpRequest) => Promise<HttpResponse>;

/** Files of a phone travel to and from a server of one's own; everything else goes on to `others`. */
export function serveFiles(world: { db: Kysely<Tables>; ports: Ports }, others: Answer): Answer {
  return (asked) => (asked.url.includes('/files/') ? serveFile(world, asked) : others(asked));
}

async function serveFile(
  { db, ports }: { db: Kysely<Tables>; ports: Ports },
  { url, method, data }: HttpRequest,
): Promise<HttpResponse> {
  const [, fileId = '', query = ''] = /\/files\/([^?]+)\?ticket=(.*)$/.exec(url) ?? [];
  const ticket = decodeURIComponent(query);
  if (method === 'GET') {
    const { content } = await handOutFile(db, ports, { fileId, ticket });
    return { statusCode: 200, data: Buffer.concat((await content.toArray()) as Buffer[]) };
  }
  const bytes = data as Buffer;
  await receiveFile(db, ports, {
    fileId,
    ticket,
    announcedBytes: bytes.length,
    content: Readable.from([bytes]),
  });
  return { statusCode: 204, data: '' };
}
