import type { Output } from '../../contract/operations';
import { shanghaiDay } from '../../domain/calendar/shanghai';
import { mediaOf } from '../../domain/study/blocks';
import { callCloud } from '../../platform/callCloud';
import { now, today } from '../../platform/clock';
import { type Copy, copyOf, keepCopy } from '../../platform/copies';
import { keepMedia } from '../../platform/mediaCopies';
import type { Piece } from './piece';

/** Where copies of the screens' answers lie (platform/copies). */
export const todayKey = 'study.today';
const recentKey = 'study.recent';

/** Where the copy of one piece lies. */
export function pieceKey(pieceId: string): string {
  return `study.piece/${pieceId}`;
}

/**
 * Keeps the last seven pieces on this device for reading without network; asks the cloud once a day, and again when
 * the piece of the day is not among them. Failing is no matter: it is tried again with the next look.
 */
export async function keepRecent(pieceOfToday: string | undefined): Promise<void> {
  const copy = recentCopy();
  const isFromToday = copy && shanghaiDay(new Date(copy.savedAt)) === today();
  const hasPiece = !pieceOfToday || copy?.data.pieces.some(({ id }) => id === pieceOfToday);
  if (!(isFromToday && hasPiece)) {
    try {
      keepCopy(recentKey, await callCloud('study.recent', {}), now());
    } catch {
      // Without network the older copies stand.
    }
  }
  await keepRecentMedia();
}

/** What the kept pieces show and let hear. */
async function keepRecentMedia(): Promise<void> {
  const pieces = (recentCopy()?.data.pieces ?? []).filter(({ blocks }) => mediaOf(blocks).length > 0);
  const fileIds = pieces.flatMap(({ blocks }) => mediaOf(blocks).map(({ fileId }) => fileId));
  await keepMedia(fileIds, async () => {
    const answers = await Promise.all(pieces.map(({ id }) => callCloud('study.media', { pieceId: id })));
    return answers.flatMap(({ files }) => files);
  });
}

/** The last pieces kept on this device, newest first, and from when they are. */
export function recentCopy(): Copy<Output<'study.recent'>> | undefined {
  return copyOf<Output<'study.recent'>>(recentKey);
}

/** One piece from among what other screens have kept. */
export function keptPiece(pieceId: string): Copy<Piece> | undefined {
  const recent = recentCopy();
  const morning = copyOf<Output<'study.today'>>(todayKey);
  const found = recent?.data.pieces.find(({ id }) => id === pieceId);
  if (recent && found) return { data: found, savedAt: recent.savedAt };
  const { piece } = morning?.data ?? {};
  return morning && piece?.id === pieceId ? { data: piece, savedAt: morning.savedAt } : undefined;
}

/** Tells the kept pieces what the reader has done with one (stamp, bookmark, note); from when they are stays as it is. */
export function changeKept(
  pieceId: string,
  change: Partial<Pick<Piece, 'stamped' | 'bookmarked' | 'note'>>,
): void {
  const recent = recentCopy();
  if (!recent) return;
  const pieces = recent.data.pieces.map((piece) => (piece.id === pieceId ? { ...piece, ...change } : piece));
  keepCopy(recentKey, { pieces }, new Date(recent.savedAt));
}
