import Taro from '@tarojs/taro';
import { signal } from './signal';

/** What is to be heard. */
export interface Sound {
  /** Which recording; screens know theirs by it. */
  id: string;
  /** An address, or in WeChat a path on the phone. */
  url: string;
  /** Shown on the locked screen. */
  title: string;
  /** Who made it; shown below the title. */
  by: string;
}

export interface Playing {
  /** Null when nothing has been started. */
  id: string | null;
  isOn: boolean;
  /** Where it is, in seconds. */
  at: number;
  /** True when it could not be played. */
  isBroken: boolean;
}

const nothing: Playing = { id: null, isOn: false, at: 0, isBroken: false };

/** What the one player of the app does now. Nothing of it is stored or sent. */
export const playing = signal<Playing>(nothing);

/** The part that WeChat's two players and a browser's have in common. */
interface Device {
  start(sound: Sound, at: number): void;
  pause(): void;
  resume(): void;
  seek(at: number): void;
}

let device: Device | undefined;

/** Plays a sound from `at` seconds on; what played before ends. Call it from a press: nothing plays by itself. */
export function playSound(sound: Sound, at = 0): void {
  stopSound();
  playing.set({ id: sound.id, isOn: true, at, isBroken: false });
  device = deviceFor(sound.url);
  device.start(sound, at);
}

/** Holds the sound where it is. */
export function pauseSound(): void {
  device?.pause();
  change({ isOn: false });
}

/** Goes on from where it was held. */
export function resumeSound(): void {
  device?.resume();
  change({ isOn: true });
}

/** Jumps to a second of the sound. */
export function seekSound(at: number): void {
  device?.seek(Math.max(0, at));
  change({ at: Math.max(0, at) });
}

/** Ends the sound; for a screen whose sound nobody hears any more. */
export function stopSound(): void {
  device?.pause();
  device = undefined;
  playing.set(nothing);
}

function change(part: Partial<Playing>): void {
  playing.set({ ...playing.get(), ...part });
}

function ended(): void {
  change({ isOn: false, at: 0 });
}

function broken(): void {
  change({ isOn: false, isBroken: true });
}

function deviceFor(url: string): Device {
  if (process.env.TARO_ENV !== 'weapp') return browserDevice();
  // The background player, which goes on with a locked screen, takes addresses only; these are WeChat's own paths.
  return /^(wxfile:|http:\/\/(tmp|usr)\/)/.test(url) ? innerDevice() : backgroundDevice();
}

let background: Device | undefined;

function backgroundDevice(): Device {
  background ??= makeBackground();
  return background;
}

function makeBackground(): Device {
  const manager = Taro.getBackgroundAudioManager();
  manager.onPlay(() => change({ isOn: true }));
  manager.onPause(() => change({ isOn: false }));
  manager.onStop(() => change({ isOn: false }));
  manager.onEnded(ended);
  manager.onError(broken);
  manager.onTimeUpdate(() => change({ at: manager.currentTime }));
  return {
    start({ url, title, by }, at) {
      manager.title = title;
      manager.epname = '晨学先锋';
      manager.singer = by;
      manager.startTime = at;
      // Setting the address starts it.
      manager.src = url;
    },
    pause: () => manager.pause(),
    resume: () => manager.play(),
    seek: (at) => manager.seek(at),
  };
}

/** For what lies on the phone: a kept recording without network, one's own before it is used. */
function innerDevice(): Device {
  const inner = Taro.createInnerAudioContext();
  inner.onEnded(ended);
  inner.onError(broken);
  inner.onTimeUpdate(() => change({ at: inner.currentTime }));
  return {
    start({ url }, at) {
      inner.startTime = at;
      inner.src = url;
      inner.play();
    },
    pause: () => inner.pause(),
    resume: () => inner.play(),
    seek: (at) => inner.seek(at),
  };
}

let element: HTMLAudioElement | undefined;

function browserDevice(): Device {
  element ??= makeElement();
  const audio = element;
  return {
    start(sound, at) {
      audio.src = sound.url;
      audio.currentTime = at;
      describe(sound);
      // Refused when the browser has not seen the press (Safari after a wait).
      audio.play().catch(() => change({ isOn: false }));
    },
    pause: () => audio.pause(),
    resume: () => void audio.play().catch(() => change({ isOn: false })),
    seek: (at) => {
      audio.currentTime = at;
    },
  };
}

function makeElement(): HTMLAudioElement {
  const audio = new Audio();
  audio.preload = 'none';
  audio.addEventListener('play', () => change({ isOn: true }));
  audio.addEventListener('pause', () => change({ isOn: false }));
  audio.addEventListener('ended', ended);
  audio.addEventListener('timeupdate', () => change({ at: audio.currentTime }));
  audio.addEventListener('error', () => {
    if (playing.get().id !== null) broken();
  });
  return audio;
}

/** The buttons and the title on a locked screen, where the browser has them. */
function describe({ title, by }: Sound): void {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title, artist: by });
  session.setActionHandler('play', resumeSound);
  session.setActionHandler('pause', pauseSound);
  session.setActionHandler('seekbackward', () => seekSound(playing.get().at - STEP_SECONDS));
  session.setActionHandler('seekforward', () => seekSound(playing.get().at + STEP_SECONDS));
}

/** How far one press goes back or forward: a sentence or two. */
export const STEP_SECONDS = 10;
