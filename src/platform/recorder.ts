import Taro from '@tarojs/taro';
import { MOST_SECONDS } from '../domain/file/recordingLength';
import type { ChosenFile } from './chooseFile';

/** Speech needs no more: 16 kHz, one channel, 48 kbit/s; 180 s are about 1.1 MB (audio may have 5). */
const speech = { format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 } as const;

/** Whether this device records inside the app; browsers are given a file instead. */
export const canRecord = process.env.TARO_ENV === 'weapp';

/** What a recording ended with. */
export type Recorded =
  | { status: 'done'; file: ChosenFile; seconds: number }
  /** The person does not want the microphone used, or the phone does not give it. */
  | { status: 'refused' };

/** A recording that is being made. */
export interface RecordingNow {
  /** Ends it; what was said so far stays. */
  stop(): void;
  /** When it has ended: by `stop`, after 180 s, by a call that came in. */
  ended: Promise<Recorded>;
}

/** Begins to record in WeChat, which asks for the microphone first. Ends by itself after 180 s. */
export function startRecording(): RecordingNow {
  const manager = Taro.getRecorderManager();
  const ended = new Promise<Recorded>((resolve) => {
    manager.onStop(({ tempFilePath, duration, fileSize }) =>
      resolve({
        status: 'done',
        file: { name: '录音.mp3', size: fileSize, content: tempFilePath },
        seconds: Math.round(duration / 1000),
      }),
    );
    manager.onError(() => resolve({ status: 'refused' }));
  });
  manager.start({ duration: MOST_SECONDS * 1000, ...speech });
  return { stop: () => manager.stop(), ended };
}
