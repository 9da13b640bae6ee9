import Taro from '@tarojs/taro';
import { fileAddress } from './fileAddress';
import { forget, store, stored, storedKeys } from './storage';

/** Where browsers keep them; the service worker answers from here (serviceWorker.js). */
const cacheName = 'media';
/** Where WeChat's paths of them are kept. */
const prefix = 'media.';

/** Where a kept file lies in a browser: without a ticket, which only opens it at the server. */
function browserPath(fileId: string): string {
  return `/files/${fileId}`;
}

/** Where a kept file can be read without network, or undefined. In browsers it is asked from the service worker. */
export function keptMedia(fileId: string): string | undefined {
  return process.env.TARO_ENV === 'weapp' ? stored<string>(prefix + fileId) : browserPath(fileId);
}

/**
 * Keeps pictures and recordings on this device for reading without network, and lets go of all others. What cannot be
 * fetched now is tried again with the next look. `tickets` are asked only for what is not here yet.
 */
export async function keepMedia(
  fileIds: readonly string[],
  tickets: () => Promise<readonly { fileId: string; ticket: string }[]>,
): Promise<void> {
  try {
    const kept = await keptIds();
    await Promise.all(kept.filter((id) => !fileIds.includes(id)).map(letGo));
    const missing = fileIds.filter((id) => !kept.includes(id));
    if (missing.length === 0) return;
    const wanted = (await tickets()).filter(({ fileId }) => missing.includes(fileId));
    for (const { fileId, ticket } of wanted) await fetchOne(fileId, await fileAddress(fileId, ticket));
  } catch {
    // No room, no network, or a browser that keeps nothing: the text is there all the same.
  }
}

/** Lets go of all of them: another person sits down at this device. */
export async function forgetMedia(): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') await Promise.all((await keptIds()).map(letGo));
  else if (typeof caches !== 'undefined') await caches.delete(cacheName);
}

async function keptIds(): Promise<string[]> {
  if (process.env.TARO_ENV === 'weapp') return storedKeys(prefix).map((key) => key.slice(prefix.length));
  if (typeof caches === 'undefined') return [];
  const requests = await (await caches.open(cacheName)).keys();
  return requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
}

async function fetchOne(fileId: string, address: string): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp') {
    if (typeof caches === 'undefined') return;
    const answer = await fetch(address);
    if (answer.ok) await (await caches.open(cacheName)).put(browserPath(fileId), answer);
    return;
  }
  const { tempFilePath } = await Taro.downloadFile({ url: address });
  const path = await new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: reject,
    });
  });
  store(prefix + fileId, path);
}

async function letGo(fileId: string): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp') {
    await (await caches.open(cacheName)).delete(browserPath(fileId));
    return;
  }
  const path = stored<string>(prefix + fileId);
  forget(prefix + fileId);
  if (path) Taro.getFileSystemManager().removeSavedFile({ filePath: path });
}
