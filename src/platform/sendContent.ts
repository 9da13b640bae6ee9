import Taro from '@tarojs/taro';
import { errorTable } from '../contract/errors';
import type { Output } from '../contract/operations';
import { apiBase } from './buildSettings';
import type { ChosenFile } from './chooseFile';
import { CloudError, offlineSentence } from './cloudError';

/** 20 MB over a slow line take minutes; a line that carries nothing for so long is dead. */
const patienceMs = 180_000;

/**
 * Moves content to where `file.begin` said: into cloud storage, or to our own server. Resolves when it has arrived;
 * rejects with a `CloudError`.
 */
export async function sendContent(
  { content }: ChosenFile,
  begun: Output<'file.begin'>,
  onProgress: (part: number) => void,
): Promise<void> {
  if (typeof content !== 'string') return putInBrowser(content, urlOf(begun), onProgress);
  if (begun.direct) return putIntoCloudStorage(content, begun.uploadTo, onProgress);
  return putFromWeapp(content, urlOf(begun));
}

function urlOf({ uploadTo, ticket }: Output<'file.begin'>): string {
  return `${apiBase}${uploadTo}?ticket=${encodeURIComponent(ticket)}`;
}

/** XMLHttpRequest, because fetch does not say how much has left. */
function putInBrowser(content: Blob, url: string, onProgress: (part: number) => void): Promise<void> {
  // There is none in the mini-program; the build drops what follows there.
  if (process.env.TARO_ENV === 'weapp') return Promise.reject(new Error('only browsers upload this way'));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.timeout = patienceMs;
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () => settle(request.status, request.responseText, resolve, reject);
    request.onerror = () => reject(new CloudError('offline', offlineSentence));
    request.ontimeout = () => reject(new CloudError('unavailable', errorTable.unavailable.sentence));
    request.send(content);
  });
}

/** wx.uploadFile sends forms only; the server takes the content itself. */
async function putFromWeapp(path: string, url: string): Promise<void> {
  const data = await new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: (read) => resolve(read.data as ArrayBuffer),
      fail: () => reject(new CloudError('file_not_uploaded', errorTable.file_not_uploaded.sentence)),
    });
  });
  const answer = await Taro.request<unknown>({
    url,
    method: 'PUT',
    data,
    timeout: patienceMs,
    header: { 'content-type': 'application/octet-stream' },
  }).catch(() => {
    throw new CloudError('offline', offlineSentence);
  });
  await new Promise<void>((resolve, reject) => {
    settle(answer.statusCode, answer.data, resolve, reject);
  });
}

async function putIntoCloudStorage(
  path: string,
  cloudPath: string,
  onProgress: (part: number) => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: () => resolve(),
      fail: () => reject(new CloudError('offline', offlineSentence)),
    }) as unknown as { onProgressUpdate?: (tell: (at: { progress: number }) => void) => void } | undefined;
    // progress is in percent
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress / 100));
  });
}

function settle(
  status: number,
  body: unknown,
  resolve: () => void,
  reject: (error: CloudError) => void,
): void {
  if (status >= 200 && status < 300) resolve();
  else reject(refusalIn(body) ?? new CloudError('unavailable', errorTable.unavailable.sentence));
}

function refusalIn(body: unknown): CloudError | null {
  try {
    const { error } = (typeof body === 'string' ? JSON.parse(body) : body) as {
      error: { code: keyof typeof errorTable; message: string; requestId?: string };
    };
    return error.code in errorTable ? new CloudError(error.code, error.message, error.requestId) : null;
  } catch {
    return null;
  }
}
