import type { FilePurpose } from '../../src/domain/file/fileKinds';
import { type Act, maySomewhere } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';

/** Whose work brings a file of this purpose: writers of pieces and series; keepers of questions; keepers of the roster. */
const actsFor: Record<FilePurpose, readonly Act[]> = {
  pieceAudio: ['study.write', 'study.supply'],
  piecePicture: ['study.write', 'study.supply'],
  import: ['quiz.keep'],
  roster: ['roster.issueCard'],
  text: ['study.write'],
  pack: ['study.write'],
};

/** May this person upload for that purpose? */
export const mayUpload = (actor: Actor, { purpose }: { purpose: FilePurpose }): boolean =>
  actsFor[purpose].some((act) => maySomewhere(actor.held, act));

/** Only whoever began an upload finishes it. */
export const isOwnFile = (actor: Actor, file: { ownerId: string }): boolean =>
  file.ownerId === actor.memberId;
