import { Words } from '../../../ui/Words';
import type { Draft } from './deskPiece';

const words = {
  pass: { tone: 'quiet', sentence: '内容检查：没有发现要留意的地方' },
  review: { tone: 'warn', sentence: '内容检查：请人看一眼' },
  risky: { tone: 'bad', sentence: '内容检查：不宜发布，改好之前不能通过' },
} as const;

/** What the check of the text said when the piece was handed in; nothing before that. */
export function TextCheckNote({ check }: { check: Draft['textCheck'] }) {
  if (!check) return null;
  const { tone, sentence } = words[check.verdict];
  return (
    <Words tone={tone}>
      {sentence}
      {check.note && `。${check.note}`}
    </Words>
  );
}
