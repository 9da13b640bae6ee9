import { insertFile, markFileReady } from '../../file/fileRepository';
import type { Scribe } from './scribe';

/** Adds somebody's finished content pack without content. */
export async function addPackFile(
  { trx, ports, tenantId, newId }: Scribe,
  memberId: string,
): Promise<{ packFile: string }> {
  const packFile = newId();
  const file = { id: packFile, ownerId: memberId, name: '内容包.json', declaredSize: 10 };
  await insertFile(trx, tenantId, { ...file, purpose: 'pack' }, ports.clock.now());
  await markFileReady(trx, tenantId, packFile, {
    size: 10,
    mediaType: 'application/json',
    sha256: 'none',
    seconds: null,
    width: null,
    height: null,
  });
  return { packFile };
}
