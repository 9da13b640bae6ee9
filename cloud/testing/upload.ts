import { Readable } from 'node:stream';
import type { Input } from '../../src/contract/operations';
import { receiveFile } from '../file/transferFile';
import type { TestBureau, TestWorld } from './bureau';
import type { TestPersonName } from './people';

/** Uploads a file as that person does: announced, sent with its ticket, finished; returns its id. */
export async function upload(
  world: Pick<TestWorld, 'ports' | 'database'>,
  bureau: Pick<TestBureau, 'ok'>,
  person: TestPersonName,
  file: { purpose: Input<'file.begin'>['purpose']; name: string; content: Buffer },
): Promise<string> {
  const { purpose, name, content } = file;
  const { fileId, ticket } = await bureau.ok(person, 'file.begin', { purpose, name, size: content.length });
  const announcedBytes = content.length;
  await receiveFile(world.database.db, world.ports, {
    fileId,
    ticket,
    announcedBytes,
    content: Readable.from([content]),
  });
  await bureau.ok(person, 'file.finish', { fileId });
  return fileId;
}
