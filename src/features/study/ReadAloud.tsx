import { useEffect } from 'react';
import type { PieceBlock } from '../../domain/study/blocks';
import { useSignal } from '../../platform/useSignal';
import { hasVoice, isSpeaking, speak, stopSpeaking, watchVoice } from '../../platform/voice';
import { Button } from '../../ui/Button';

/** 听这一篇 by the device's own voice, where it has one and nobody has recorded the piece; else nothing. */
export function ReadAloud({ title, blocks }: { title: string; blocks: readonly PieceBlock[] }) {
  const isOffered = useSignal(hasVoice);
  const isOn = useSignal(isSpeaking);
  useEffect(() => watchVoice(), []);
  useEffect(() => stopSpeaking, []);
  if (!isOffered || blocks.some(({ type }) => type === 'audio')) return null;
  const paragraphs = [title, ...blocks.map(({ text }) => text)].filter((text) => text !== '');
  return (
    <Button kind="secondary" isInline onPress={() => (isOn ? stopSpeaking() : speak(paragraphs))}>
      {isOn ? '停下朗读' : '听这一篇（机器朗读）'}
    </Button>
  );
}
