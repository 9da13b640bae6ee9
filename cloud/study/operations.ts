import type { AnyUseCase } from '../operation';
import { answerCheck } from './answerCheck';
import { markPiece } from './markPiece';
import { readCalendar } from './readCalendar';
import { readCatchUp } from './readCatchUp';
import { readDesk } from './readDesk';
import { readDraft } from './readDraft';
import { readPiece } from './readPiece';
import { readRecent } from './readRecent';
import { readToday } from './readToday';
import { reviewPiece } from './reviewPiece';
import { saveDraft } from './saveDraft';
import { schedulePiece } from './schedulePiece';
import { submitPiece } from './submitPiece';
import { unmarkPiece } from './unmarkPiece';
import { withdrawPiece } from './withdrawPiece';

export const studyUseCases: AnyUseCase[] = [
  readToday,
  readRecent,
  readPiece,
  readCatchUp,
  readCalendar,
  markPiece,
  unmarkPiece,
  answerCheck,
  readDesk,
  readDraft,
  saveDraft,
  submitPiece,
  reviewPiece,
  schedulePiece,
  withdrawPiece,
];
