import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PieceBlock } from '../../domain/study/blocks';
import { hasVoice, isSpeaking } from '../../platform/voice';
import { ReadAloud } from './ReadAloud';

const blocks: PieceBlock[] = [
  { type: 'heading', text: '能换吗' },
  { type: 'paragraph', text: '不能由店员换。' },
];

interface Utterance {
  text: string;
  voice?: unknown;
  onend?: () => void;
}

/** The browser's voice, as far as it is used. */
const spoken: Utterance[] = [];
let voices: { lang: string; localService: boolean }[] = [];
let tellVoices: () => void = () => undefined;
let cancelled = 0;

beforeEach(() => {
  spoken.length = 0;
  voices = [];
  cancelled = 0;
  hasVoice.set(false);
  isSpeaking.set(false);
  class PlayedUtterance {
    constructor(readonly text: string) {}
  }
  Object.assign(global, {
    SpeechSynthesisUtterance: PlayedUtterance,
    speechSynthesis: {
      getVoices: () => voices,
      addEventListener: (_event: string, listener: () => void) => {
        tellVoices = listener;
      },
      removeEventListener: () => undefined,
      speak: (utterance: Utterance) => void spoken.push(utterance),
      cancel: () => {
        cancelled += 1;
      },
    },
  });
});

const button = () => screen.queryByRole('button');

test.each([
  ['no voice', []],
  ['a voice that sends the text to its maker', [{ lang: 'zh-CN', localService: false }]],
  ['a voice of another language', [{ lang: 'en-US', localService: true }]],
])('with %s nothing is offered', (_what, given) => {
  voices = given;
  render(<ReadAloud title="换药" blocks={blocks} />);
  expect(button()).not.toBeInTheDocument();
});

test('a voice of the device reads title and text in order when pressed, never by itself, and stops', async () => {
  const { unmount } = render(<ReadAloud title="换药" blocks={blocks} />);
  // Voices come late in some browsers.
  voices = [{ lang: 'zh_CN', localService: true }];
  act(() => tellVoices());
  expect(spoken).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '听这一篇（机器朗读）' }));
  expect(spoken.map(({ text }) => text)).toEqual(['换药', '能换吗', '不能由店员换。']);
  expect(spoken.every(({ voice }) => voice === voices[0])).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '停下朗读' }));
  expect(screen.getByRole('button', { name: '听这一篇（机器朗读）' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: '听这一篇（机器朗读）' }));
  act(() => spoken.at(-1)?.onend?.());
  expect(screen.getByRole('button', { name: '听这一篇（机器朗读）' })).toBeVisible();
  const before = cancelled;
  unmount();
  expect(cancelled).toBe(before + 1);
});

test('a colleague’s recording comes first: the machine stays silent', () => {
  voices = [{ lang: 'zh-CN', localService: true }];
  render(
    <ReadAloud
      title="换药"
      blocks={[...blocks, { type: 'audio', fileId: 'a', text: '大家好', seconds: 9 }]}
    />,
  );
  expect(button()).not.toBeInTheDocument();
});
