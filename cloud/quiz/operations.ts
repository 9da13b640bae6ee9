import type { AnyUseCase } from '../operation';
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
];
