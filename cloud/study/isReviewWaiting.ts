import type { StillDue } from '../reminder/sendReminder';
import { findPiece } from './deskRepository';

/** The subject of a reminder to review a piece that was handed in as `version`. */
export function reviewSubject(pieceId: string, version: number): string {
  return `${pieceId}/${version}`;
}

/** Whether a piece still waits for its second person in the version in which it was handed in. */
export const isReviewWaiting: StillDue = async (trx, { tenantId, subject }) => {
  const [pieceId = '', version] = subject.split('/');
  const piece = await findPiece(trx, tenantId, pieceId);
  return piece !== null && piece.state === 'submitted' && piece.version === Number(version);
};
