import { useEffect } from 'react';
import type { AudioBlock } from '../../domain/study/blocks';
import {
  pauseSound,
  playing,
  playSound,
  resumeSound,
  type Sound,
  STEP_SECONDS,
  seekSound,
  stopSound,
} from '../../platform/player';
import { useSignal } from '../../platform/useSignal';
import { Block } from '../../ui/Block';
import { SoundPlayer } from '../../ui/SoundPlayer';
import { Words } from '../../ui/Words';
import type { Media } from './useMedia';

export interface RecordingProps {
  block: AudioBlock;
  media: Media;
  /** Of the piece; shown on the locked screen. */
  title: string;
  by: string;
}

/** A colleague's recording: plays on a press and never by itself; below it what is said. */
export function Recording({ block, media, title, by }: RecordingProps) {
  const now = useSignal(playing);
  const { fileId, seconds, text } = block;
  const isThis = now.id === fileId;
  const at = isThis ? now.at : 0;

  const start = async (from: number) => {
    const sound = (url: string): Sound => ({ id: fileId, url, title, by });
    const known = media.urlOf(fileId);
    // Without a pause in between: some browsers play only within the press itself.
    if (known && media.isFresh()) return playSound(sound(known), from);
    const url = await media.freshUrl(fileId);
    if (url) playSound(sound(url), from);
  };
  const toggle = () => {
    if (!isThis || now.isBroken) return start(at);
    return now.isOn ? pauseSound() : resumeSound();
  };
  const step = (distance: number) => {
    if (isThis) seekSound(Math.min(seconds, at + distance));
  };
  // In browsers the sound belongs to the page; in WeChat it goes on until it is held.
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    return () => {
      if (playing.get().id === fileId) stopSound();
    };
  }, [fileId]);

  return (
    <Block className="study-recording">
      <SoundPlayer
        label={`听录音，${seconds} 秒`}
        isOn={isThis && now.isOn}
        at={at}
        length={seconds}
        onToggle={toggle}
        onStep={step}
        stepSeconds={STEP_SECONDS}
      />
      <Block role="status">
        {isThis && now.isBroken && (
          <Words tone="warn">这段录音现在放不出来。可以先看文字，过一会儿再听</Words>
        )}
      </Block>
      {text && <Words>{text}</Words>}
    </Block>
  );
}
