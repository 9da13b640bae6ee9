import type { AnyUseCase } from '../operation';
import { answerCheck } from './answerCheck';
import { keepBookmark } from './keepBookmark';
import { lawUseCases } from './law/operations';
import { markPiece } from './markPiece';
import { packUseCases } from './pack/operations';
import { readBookmarks } from './readBookmarks';
import { readCalendar } from './readCalendar';
import { readCatchUp } from './readCatchUp';
import { readDesk } from './readDesk';
import { readDraft } from './readDraft';
import { readLibrary } from './readLibrary';
import { readMedia } from './readMedia';
import { readNotes } from './readNotes';
import { readPiece } from './readPiece';
import { readRecent } from './readRecent';
import { readStarter } from './readStarter';
import { readToday } from './readToday';
import { readWeek } from './readWeek';
import { remindTomorrow } from './remindTomorrow';
import { reopenPiece } from './reopenPiece';
import { reviewPiece } from './reviewPiece';
import { saveDraft } from './saveDraft';
import { saveNote } from './saveNote';
import { schedulePiece } from './schedulePiece';
import { searchLibrary } from './searchLibrary';
import { seriesUseCases } from './series/operations';
import { submitPiece } from './submitPiece';
import { supplyUseCases } from './supply/operations';
import { takeStarter } from './takeStarter';
import { unmarkPiece } from './unmarkPiece';
import { withdrawPiece } from './withdrawPiece';

export const studyUseCases: AnyUseCase[] = [
  readToday,
  readRecent,
  readWeek,
  readPiece,
  readMedia,
  readCatchUp,
  readCalendar,
  markPiece,
  unmarkPiece,
  remindTomorrow,
  answerCheck,
  readLibrary,
  searchLibrary,
  keepBookmark,
  readBookmarks,
  saveNote,
  readNotes,
  readDesk,
  readDraft,
  saveDraft,
  submitPiece,
  reviewPiece,
  schedulePiece,
  withdrawPiece,
  reopenPiece,
  readStarter,
  takeStarter,
  ...packUseCases,
  ...seriesUseCases,
  ...lawUseCases,
  ...supplyUseCases,
];
