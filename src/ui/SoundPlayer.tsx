import { Block } from './Block';
import { Pressable } from './Pressable';
import './SoundPlayer.scss';

export interface SoundPlayerProps {
  /** What is heard; for a screen reader. */
  label: string;
  isOn: boolean;
  /** Seconds: where it is, and how long it is. */
  at: number;
  length: number;
  onToggle: () => void;
  /** Jumps by so many seconds, back when negative. */
  onStep: (seconds: number) => void;
  stepSeconds: number;
}

/** One big button to play and hold, where one is, and a step back and forward. */
export function SoundPlayer({ label, isOn, at, length, onToggle, onStep, stepSeconds }: SoundPlayerProps) {
  const part = length > 0 ? Math.min(1, at / length) : 0;
  return (
    <Block className="ui-sound" role="group" aria-label={label}>
      <Pressable
        className={isOn ? 'ui-sound-button ui-sound-button-on' : 'ui-sound-button'}
        label={`${isOn ? '暂停' : '播放'}，${label}`}
        onPress={onToggle}
      >
        <Block as="span" className="ui-sound-sign" aria-hidden />
      </Pressable>
      <Block className="ui-sound-rest">
        <Block className="ui-sound-line" aria-hidden>
          <Block className="ui-sound-part" style={{ width: `${part * 100}%` }} />
        </Block>
        <Block className="ui-sound-words">
          <Block as="span">
            {clockOf(at)} / {clockOf(length)}
          </Block>
          <Block as="span" className="ui-sound-steps">
            <Pressable className="ui-sound-step" onPress={() => onStep(-stepSeconds)}>
              退 {stepSeconds} 秒
            </Pressable>
            <Pressable className="ui-sound-step" onPress={() => onStep(stepSeconds)}>
              进 {stepSeconds} 秒
            </Pressable>
          </Block>
        </Block>
      </Block>
    </Block>
  );
}

/** 1:05. */
function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
