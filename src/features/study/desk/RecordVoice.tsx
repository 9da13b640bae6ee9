import { useEffect, useRef, useState } from 'react';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { type UploadedFile, uploadFile } from '../../../platform/files';
import { playing, playSound, STEP_SECONDS, seekSound, stopSound } from '../../../platform/player';
import { type Recorded, type RecordingNow, startRecording } from '../../../platform/recorder';
import { useSignal } from '../../../platform/useSignal';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { ErrorState } from '../../../ui/Notes';
import { SoundPlayer } from '../../../ui/SoundPlayer';
import { Words } from '../../../ui/Words';

type Done = Extract<Recorded, { status: 'done' }>;

/** The player's name for what is not uploaded yet. */
const trial = 'trial';

/** Records up to 180 s in WeChat; one hears it before it is used. */
export function RecordVoice({ onUploaded }: { onUploaded: (file: UploadedFile) => void }) {
  const [now, setNow] = useState<RecordingNow>();
  const [done, setDone] = useState<Done>();
  const [isRefused, setRefused] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<CloudError>();
  // A recording does not outlive its screen.
  const running = useRef<RecordingNow>();
  useEffect(
    () => () => {
      running.current?.stop();
      stopSound();
    },
    [],
  );

  const begin = async () => {
    setDone(undefined);
    setRefused(false);
    setFailure(undefined);
    stopSound();
    const recording = startRecording();
    running.current = recording;
    setNow(recording);
    const recorded = await recording.ended;
    running.current = undefined;
    setNow(undefined);
    if (recorded.status === 'done') setDone(recorded);
    else setRefused(true);
  };
  const use = async () => {
    if (!done) return;
    setSending(true);
    setFailure(undefined);
    try {
      onUploaded(await uploadFile(done.file, 'pieceAudio'));
      setDone(undefined);
    } catch (problem) {
      setFailure(asCloudError(problem));
    } finally {
      setSending(false);
    }
  };

  return (
    <Block className="study-part">
      {now ? (
        <Button kind="secondary" isInline onPress={() => now.stop()}>
          说完了，停下
        </Button>
      ) : (
        !done && (
          <Button kind="secondary" isInline onPress={begin}>
            录一段话
          </Button>
        )
      )}
      <Block role="status">{now && '正在录音，最长 180 秒'}</Block>
      {isRefused && (
        <Words tone="warn">没有用上话筒。要录的话，请在微信右上角“···”的设置里允许使用麦克风</Words>
      )}
      {done && (
        <>
          <Trial done={done} />
          <Block className="study-part-tools">
            <Button kind="secondary" isInline isBusy={isSending} onPress={use}>
              用这一段
            </Button>
            <Button kind="quiet" onPress={begin}>
              重录
            </Button>
          </Block>
        </>
      )}
      {failure && <ErrorState sentence={failure.message} requestId={failure.requestId} />}
    </Block>
  );
}

function Trial({ done: { file, seconds } }: { done: Done }) {
  const now = useSignal(playing);
  const isThis = now.id === trial;
  const at = isThis ? now.at : 0;
  return (
    <SoundPlayer
      label={`试听，${seconds} 秒`}
      isOn={isThis && now.isOn}
      at={at}
      length={seconds}
      onToggle={() => {
        if (isThis && now.isOn) stopSound();
        else if (typeof file.content === 'string') {
          playSound({ id: trial, url: file.content, title: '试听', by: '' }, at);
        }
      }}
      onStep={(distance) => isThis && seekSound(at + distance)}
      stepSeconds={STEP_SECONDS}
    />
  );
}
