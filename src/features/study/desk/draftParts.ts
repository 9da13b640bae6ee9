import {
  type AudioBlock,
  hasFittingMedia,
  isMedia,
  type PictureBlock,
  type PieceBlock,
} from '../../../domain/study/blocks';
import { blocksOf, textOf } from './draftText';

/** A stretch of text as it is typed (draftText), or a picture or recording between two of them. */
export type DraftPart = { type: 'text'; text: string } | PictureBlock | AudioBlock;

/** What is wrong with a picture or recording, at which of its fields. */
export type PartErrors = Partial<Record<'alt' | 'text', string>>;

/** Blocks as parts to be edited: texts that follow each other are one. There is always a text to write in. */
export function partsOf(blocks: readonly PieceBlock[]): DraftPart[] {
  const parts: DraftPart[] = [];
  let texts: Exclude<PieceBlock, PictureBlock | AudioBlock>[] = [];
  const end = () => {
    if (texts.length > 0) parts.push({ type: 'text', text: textOf(texts) });
    texts = [];
  };
  for (const block of blocks) {
    if (isMedia(block)) {
      end();
      parts.push(block);
    } else texts.push(block);
  }
  end();
  return parts.some(({ type }) => type === 'text') ? parts : [...parts, { type: 'text', text: '' }];
}

/** Parts as the blocks they come to; `partsOf` makes parts with the same blocks of them again. */
export function blocksOfParts(parts: readonly DraftPart[]): PieceBlock[] {
  return parts.flatMap((part): PieceBlock[] => (part.type === 'text' ? blocksOf(part.text) : [part]));
}

/** All that is written, as one text. */
export function textOfParts(parts: readonly DraftPart[]): string {
  return parts
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The parts with the one at `index` one place up (-1) or down (1). */
export function withMoved(parts: readonly DraftPart[], index: number, by: -1 | 1): DraftPart[] {
  const [part, other] = [parts[index], parts[index + by]];
  if (!part || !other) return [...parts];
  return parts.map((one, at) => (at === index ? other : at === index + by ? part : one));
}

/** Whether one more picture or recording would fit. */
export function takesOneMore(parts: readonly DraftPart[], type: 'picture' | 'audio'): boolean {
  const more: PieceBlock =
    type === 'picture'
      ? { type, fileId: '', text: '', alt: '', width: 1, height: 1 }
      : { type, fileId: '', text: '', seconds: 1 };
  return hasFittingMedia([...blocksOfParts(parts), more]);
}

/** What keeps a picture or recording from being saved; texts are judged as blocks (draftText). */
export function errorsOfPart(part: DraftPart): PartErrors {
  if (part.type === 'picture' && part.alt.trim() === '')
    return { alt: '请写一句图上是什么，看不见的同志要听' };
  if (part.type === 'audio' && part.text.trim() === '') {
    return { text: '请写上录音里说的话，听不清的同志要看' };
  }
  if (part.type === 'audio' && part.text.length > 2000) return { text: '文字稿最多 2000 字' };
  return {};
}
