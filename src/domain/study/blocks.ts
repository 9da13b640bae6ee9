/** One block of a piece. Every kind has a text: what is read, what stands under the picture, or what the recording says. */
export type PieceBlock = TextBlock | PictureBlock | AudioBlock;

export interface TextBlock {
  type: 'heading' | 'paragraph' | 'quote';
  text: string;
}

export interface PictureBlock {
  type: 'picture';
  fileId: string;
  /** Under the picture; may be empty. */
  text: string;
  /** What is to be seen, for those who cannot see it. */
  alt: string;
  /** Pixels, measured by the cloud. */
  width: number;
  height: number;
}

export interface AudioBlock {
  type: 'audio';
  fileId: string;
  /** What is said, for those who cannot hear it. */
  text: string;
  /** Length of the recording, measured by the cloud. */
  seconds: number;
}

/** A piece is read or listened to in three minutes: one recording is enough (product.md A1). */
const MOST_RECORDINGS = 1;

/** Each picture is a download on a phone in a hall; six make a piece of three minutes a picture book already. */
const MOST_PICTURES = 6;

/** True for a block whose content lies in a file. */
export function isMedia(block: PieceBlock): block is PictureBlock | AudioBlock {
  return block.type === 'picture' || block.type === 'audio';
}

/** The pictures and recordings of a piece by their file, in order, each once. */
export function mediaOf(blocks: readonly PieceBlock[]): (PictureBlock | AudioBlock)[] {
  const media = blocks.filter(isMedia);
  return media.filter(({ fileId }, index) => media.findIndex((other) => other.fileId === fileId) === index);
}

/** True when a piece has no more recordings and pictures than fit. */
export function hasFittingMedia(blocks: readonly PieceBlock[]): boolean {
  const count = (type: PieceBlock['type']) => blocks.filter((block) => block.type === type).length;
  return count('audio') <= MOST_RECORDINGS && count('picture') <= MOST_PICTURES;
}
