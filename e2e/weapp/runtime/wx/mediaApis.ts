import type { AppConfig } from '../miniProgramFiles';
import { asyncApi, type WxContext, type WxOptions } from './asyncApi';
import type { Network } from './networkApis';
import { WxFailure } from './wxFailure';

/** The phone's album, chats, microphone, loudspeaker and files; they outlive the app's process. */
export interface PhoneMedia {
  /** What the person chooses next, from the album or a chat; null: closes the chooser. */
  nextChoice: { name: string; content: Buffer } | null;
  /** What the microphone hears; null: its use is refused. */
  microphone: { content: Buffer; seconds: number } | null;
  /** The background player, as the locked screen shows it. */
  sound: { src: string; title: string; isOn: boolean; at: number };
  /** Files by path. */
  files: Map<string, Buffer>;
}

/** A phone on which nothing has been chosen, said or played. */
export function newPhoneMedia(): PhoneMedia {
  return {
    nextChoice: null,
    microphone: null,
    sound: { src: '', title: '', isOn: false, at: 0 },
    files: new Map(),
  };
}

/** What a manager of WeChat's calls back, by event. */
type Callbacks = Map<string, (result?: unknown) => void>;

/** The person, who hears and stops sounds without the app: by the locked screen, or by waiting. */
export interface SoundHands {
  /** So many seconds are heard. */
  hear(seconds: number): void;
  /** The pause button of the locked screen. */
  hold(): void;
}

/** Choosing files, reading them, recording and playing. */
export function mediaApis(
  context: WxContext,
  app: AppConfig & { requiredBackgroundModes?: string[] },
  media: PhoneMedia,
  network: Network,
  requirePrivacy: (referrer: string) => Promise<void>,
): { apis: Record<string, unknown>; hands: SoundHands } {
  const { realm, errors } = context;
  let made = 0;
  const keep = (content: Buffer, folder: 'tmp' | 'usr', ending: string) => {
    made += 1;
    const path = folder === 'tmp' ? `http://tmp/${made}${ending}` : `http://usr/${made}${ending}`;
    media.files.set(path, content);
    return path;
  };
  const endingOf = (name: string) => /\.\w+$/.exec(name)?.[0] ?? '';
  const choose = async (name: string) => {
    await requirePrivacy(name);
    const chosen = media.nextChoice;
    media.nextChoice = null;
    if (!chosen) throw new WxFailure('cancel');
    return {
      path: keep(chosen.content, 'tmp', endingOf(chosen.name)),
      name: chosen.name,
      size: chosen.content.length,
    };
  };
  const read = (path: unknown): Buffer => {
    const content = media.files.get(String(path));
    if (!content) throw new WxFailure(`no such file or directory, open "${String(path)}"`);
    return content;
  };
  const bufferOf = (content: Buffer): ArrayBuffer => {
    const { ArrayBuffer: RealmBuffer } = realm.global as { ArrayBuffer: ArrayBufferConstructor };
    const copy = new RealmBuffer(content.length);
    new Uint8Array(copy).set(content);
    return copy;
  };
  const tell = (callbacks: Callbacks, event: string, result?: unknown) => {
    if (!realm.isAlive) return;
    try {
      callbacks.get(event)?.(realm.copyIn(result));
    } catch (error) {
      errors.add(`callback of ${event}`, error);
    }
  };
  const listenersOf = (callbacks: Callbacks, events: readonly string[]) =>
    Object.fromEntries(
      events.map((event) => [`on${event}`, (listener: () => void) => void callbacks.set(event, listener)]),
    );

  const recording: Callbacks = new Map();
  const stopRecording = () => {
    const { microphone } = media;
    if (!microphone) return;
    const tempFilePath = keep(microphone.content, 'tmp', '.mp3');
    tell(recording, 'Stop', {
      tempFilePath,
      duration: microphone.seconds * 1000,
      fileSize: microphone.content.length,
    });
  };
  const recorder = {
    ...listenersOf(recording, ['Start', 'Stop', 'Error', 'Pause', 'Resume']),
    start: (options: { duration?: number; format?: string }) => {
      if ((options.duration ?? 0) > 600_000) throw new Error('RecorderManager: 600000 ms at most');
      void requirePrivacy('getRecorderManager').then(
        () =>
          media.microphone ? tell(recording, 'Start') : tell(recording, 'Error', { errMsg: 'auth deny' }),
        () => tell(recording, 'Error', { errMsg: 'privacy permission is not authorized' }),
      );
    },
    stop: () => setImmediate(stopRecording),
  };

  const background: Callbacks = new Map();
  const { sound } = media;
  const turn = (isOn: boolean, event: string) => {
    sound.isOn = isOn;
    setImmediate(() => tell(background, event));
  };
  const manager = {
    ...listenersOf(background, ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate']),
    startTime: 0,
    epname: '',
    singer: '',
    get title() {
      return sound.title;
    },
    set title(title: string) {
      sound.title = title;
    },
    get src() {
      return sound.src;
    },
    set src(src: string) {
      // "需要在 app.json 配置 requiredBackgroundModes"; without a title the native control cannot be drawn.
      if (!app.requiredBackgroundModes?.includes('audio'))
        errors.add('BackgroundAudioManager', 'requiredBackgroundModes');
      if (sound.title === '') errors.add('BackgroundAudioManager', 'title is required before src');
      Object.assign(sound, { src, at: manager.startTime });
      turn(true, 'Play');
    },
    get currentTime() {
      return sound.at;
    },
    play: () => turn(true, 'Play'),
    pause: () => turn(false, 'Pause'),
    stop: () => turn(false, 'Stop'),
    seek: (at: number) => {
      sound.at = at;
    },
  };
  const hands: SoundHands = {
    hear: (seconds) => {
      if (!sound.isOn) return;
      sound.at += seconds;
      tell(background, 'TimeUpdate');
    },
    hold: () => turn(false, 'Pause'),
  };

  // Plays what lies on the phone; it ends with the app.
  const innerPlayer = () => {
    const inner: Callbacks = new Map();
    return {
      ...listenersOf(inner, ['Play', 'Pause', 'Ended', 'Error', 'TimeUpdate']),
      src: '',
      startTime: 0,
      currentTime: 0,
      play() {
        const isThere = media.files.has(this.src);
        setImmediate(() => tell(inner, isThere ? 'Play' : 'Error', { errCode: 10_002 }));
        if (isThere) Object.assign(sound, { src: this.src, title: '', isOn: true, at: this.startTime });
      },
      pause() {
        sound.isOn = false;
        setImmediate(() => tell(inner, 'Pause'));
      },
      seek(at: number) {
        this.currentTime = at;
      },
    };
  };

  const files = {
    readFile: asyncApi(context, 'readFile', (options) => ({ data: bufferOf(read(options.filePath)) })),
    saveFile: asyncApi(context, 'saveFile', (options) => ({
      savedFilePath: keep(read(options.tempFilePath), 'usr', endingOf(String(options.tempFilePath))),
    })),
    removeSavedFile: asyncApi(context, 'removeSavedFile', (options) => {
      media.files.delete(String(options.filePath));
    }),
  };
  return {
    hands,
    apis: {
      chooseMedia: asyncApi(context, 'chooseMedia', async () => {
        const { path, size } = await choose('chooseMedia');
        return realm.copyIn({ type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] });
      }),
      chooseMessageFile: asyncApi(context, 'chooseMessageFile', async (options: WxOptions) => {
        const chosen = await choose('chooseMessageFile');
        const allowed = (options.extension ?? []) as string[];
        const ending = endingOf(chosen.name).slice(1);
        if (allowed.length > 0 && !allowed.includes(ending)) throw new WxFailure('cancel');
        return realm.copyIn({ tempFiles: [{ ...chosen, type: 'file', time: 0 }] });
      }),
      downloadFile: asyncApi(context, 'downloadFile', async (options) => {
        if (!network.isOnline) throw new WxFailure('-2:net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
        const url = String(options.url);
        const { statusCode, data } = await network.request({
          url,
          method: 'GET',
          header: {},
          data: undefined,
        });
        if (!Buffer.isBuffer(data)) throw new WxFailure(`no file at ${url}`);
        return { statusCode, tempFilePath: keep(data, 'tmp', '') };
      }),
      getFileSystemManager: () => files,
      getRecorderManager: () => recorder,
      getBackgroundAudioManager: () => manager,
      createInnerAudioContext: () => innerPlayer(),
    },
  };
}
