import { calls, findNetwork, inputsOf, loseNetwork, play, refusal, resetCloud } from '../testing/playedCloud';
import type { ChosenFile } from './chooseFile';
import { uploadFile } from './files';

jest.mock('./callCloud', () => jest.requireActual('../testing/playedCloud'));

const begun = {
  fileId: '01980000-0000-7000-8000-000000000801',
  ticket: 'a ticket',
  uploadTo: '/files/01980000-0000-7000-8000-000000000801',
  direct: false,
  until: '2026-11-23T00:40:00.000Z',
};
const finished = {
  fileId: begun.fileId,
  size: 3,
  mediaType: 'text/plain',
  seconds: null,
  width: null,
  height: null,
  ticket: 'to read',
};
const chosen = (name: string, size = 3): ChosenFile => ({ name, size, content: new Blob(['abc']) });

/** How each PUT ends: a status with a body, or no connection. */
const ends: (() => { status: number; body: string } | 'broken')[] = [];
const puts: { url: string; body: unknown }[] = [];

class PlayedRequest {
  status = 0;
  responseText = '';
  timeout = 0;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  private url = '';
  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader() {}
  send(body: unknown) {
    puts.push({ url: this.url, body });
    const end = ends.shift()?.() ?? { status: 204, body: '' };
    this.upload.onprogress?.({ loaded: 1, total: 4 });
    if (end === 'broken') return this.onerror?.();
    Object.assign(this, { status: end.status, responseText: end.body });
    return this.onload?.();
  }
}

const before = global.XMLHttpRequest;
beforeEach(() => {
  resetCloud();
  ends.length = 0;
  puts.length = 0;
  global.XMLHttpRequest = PlayedRequest as unknown as typeof XMLHttpRequest;
  jest.useFakeTimers({ advanceTimers: 1_000 });
  play('file.begin', begun);
  play('file.finish', finished);
});
afterEach(() => {
  jest.useRealTimers();
  global.XMLHttpRequest = before;
});

const codeOf = (upload: Promise<unknown>) =>
  upload.then(
    () => 'arrived',
    (error: { code: string }) => error.code,
  );
const refusedPut = (code: string) => () => ({
  status: 409,
  body: JSON.stringify({ ok: false, error: { code, message: '…', requestId: 'r' } }),
});

test('announces, sends, finishes, and says how much has left', async () => {
  const parts: number[] = [];
  expect(await uploadFile(chosen('条例.txt'), 'text', (part) => parts.push(part))).toEqual(finished);
  expect(inputsOf('file.begin')).toEqual([{ purpose: 'text', name: '条例.txt', size: 3 }]);
  expect(puts).toEqual([{ url: `${begun.uploadTo}?ticket=a%20ticket`, body: expect.any(Blob) }]);
  expect(inputsOf('file.finish')).toEqual([{ fileId: begun.fileId }]);
  expect(parts).toEqual([0.25]);
});

test('200 MB, an empty file and a file of another kind are refused before anything is sent', async () => {
  expect(await codeOf(uploadFile(chosen('条例.docx', 200 * 1024 * 1024), 'text'))).toBe('file_too_large');
  expect(await codeOf(uploadFile(chosen('条例.exe'), 'text'))).toBe('file_kind_refused');
  expect(await codeOf(uploadFile(chosen('条例.txt', 0), 'text'))).toBe('file_kind_refused');
  expect([calls, puts]).toEqual([[], []]);
});

test('a connection that breaks is tried again, and nothing is announced twice', async () => {
  ends.push(() => 'broken', refusedPut('file_not_uploaded'));
  expect(await codeOf(uploadFile(chosen('条例.txt'), 'text'))).toBe('arrived');
  expect(puts).toHaveLength(3);
  const ids = calls.filter(({ name }) => name === 'file.begin').map(({ mutationId }) => mutationId);
  expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
});

test('after three broken connections the person decides', async () => {
  ends.push(
    () => 'broken',
    () => 'broken',
    () => 'broken',
  );
  expect(await codeOf(uploadFile(chosen('条例.txt'), 'text'))).toBe('offline');
  expect(puts).toHaveLength(3);
});

test('a ticket that ended on the way is asked anew, under a new number', async () => {
  ends.push(refusedPut('file_ticket_invalid'));
  expect(await codeOf(uploadFile(chosen('条例.txt'), 'text'))).toBe('arrived');
  const ids = calls.filter(({ name }) => name === 'file.begin').map(({ mutationId }) => mutationId);
  expect(new Set(ids).size).toBe(2);
});

test('what the cloud refuses is not tried again', async () => {
  play('file.finish', () => {
    throw refusal('audio_too_long');
  });
  expect(await codeOf(uploadFile(chosen('录音.mp3'), 'pieceAudio'))).toBe('audio_too_long');
  expect(puts).toHaveLength(1);
  loseNetwork();
  expect(await codeOf(uploadFile(chosen('录音.mp3'), 'pieceAudio'))).toBe('offline');
  findNetwork();
});
