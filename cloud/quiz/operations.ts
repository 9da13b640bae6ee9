import type { AnyUseCase } from '../operation';
import { readAnalysis } from './analysis/readAnalysis';
import { readShares } from './analysis/readShares';
import { bankUseCases } from './bank/operations';
import { discardPaper } from './paper/discardPaper';
import { publishPaper } from './paper/publishPaper';
import { readOwnPaper } from './paper/readOwnPaper';
import { readOwnPapers } from './paper/readOwnPapers';
import { readPaper } from './paper/readPaper';
import { readPaperStock } from './paper/readPaperStock';
import { readPapers } from './paper/readPapers';
import { savePaper } from './paper/savePaper';
import { startPaper } from './paper/startPaper';
import { withdrawPaper } from './paper/withdrawPaper';
import { answerQuestion } from './practice/answerQuestion';
import { handIn } from './practice/handIn';
import { leaveWrongBook } from './practice/leaveWrongBook';
import { readReview } from './practice/readReview';
import { readRun } from './practice/readRun';
import { readToday } from './practice/readToday';
import { readTopics } from './practice/readTopics';
import { readWrongBook } from './practice/readWrongBook';
import { resetReview } from './practice/resetReview';
import { setReview } from './practice/setReview';
import { startRun } from './practice/startRun';

export const quizUseCases: AnyUseCase[] = [
  readToday,
  answerQuestion,
  startRun,
  readRun,
  handIn,
  readTopics,
  readWrongBook,
  leaveWrongBook,
  readReview,
  setReview,
  resetReview,
  readPapers,
  readPaperStock,
  readPaper,
  savePaper,
  publishPaper,
  withdrawPaper,
  discardPaper,
  readOwnPapers,
  readOwnPaper,
  startPaper,
  readShares,
  readAnalysis,
  ...bankUseCases,
];
