import { feedbackUseCases } from './feedback/operations';
import { fileUseCases } from './file/operations';
import { identityUseCases } from './identity/operations';
import type { AnyUseCase } from './operation';
import { quizUseCases } from './quiz/operations';
import { reminderUseCases } from './reminder/operations';
import { rosterUseCases } from './roster/operations';

/** Every use case that dispatch serves; dispatch refuses to start when the contract has one more. */
export const useCases: readonly AnyUseCase[] = [
  ...identityUseCases,
  ...rosterUseCases,
  ...quizUseCases,
  ...feedbackUseCases,
  ...reminderUseCases,
  ...fileUseCases,
];
