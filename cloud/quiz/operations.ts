import type { AnyUseCase } from '../operation';
import { answerQuestion } from './answerQuestion';
import { readToday } from './readToday';

export const quizUseCases: AnyUseCase[] = [readToday, answerQuestion];
