import type { AnyUseCase } from '../../operation';
import { applyImport } from './applyImport';
import { changeImportLine } from './changeImportLine';
import { closeReview } from './closeReview';
import { discardImport } from './discardImport';
import { exportBank } from './exportBank';
import { importBank } from './importBank';
import { judgeQuestion } from './judgeQuestion';
import { openReview } from './openReview';
import { readBankTemplate } from './readBankTemplate';
import { readImport } from './readImport';
import { readImportLines } from './readImportLines';
import { readImports } from './readImports';
import { readQuestion } from './readQuestion';
import { readQuestions } from './readQuestions';
import { readReviewBatch } from './readReviewBatch';
import { readReviewQueue } from './readReviewQueue';
import { retireQuestion } from './retireQuestion';
import { saveQuestion } from './saveQuestion';
import { settleLawCheck } from './settleLawCheck';
import { undoImport } from './undoImport';

/** What the bank's desk brings to dispatch. */
export const bankUseCases: readonly AnyUseCase[] = [
  importBank,
  readImports,
  readImport,
  readImportLines,
  changeImportLine,
  applyImport,
  undoImport,
  discardImport,
  readQuestions,
  readQuestion,
  saveQuestion,
  retireQuestion,
  settleLawCheck,
  readReviewQueue,
  openReview,
  readReviewBatch,
  judgeQuestion,
  closeReview,
  exportBank,
  readBankTemplate,
];
