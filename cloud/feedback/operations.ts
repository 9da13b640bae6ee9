import type { AnyUseCase } from '../operation';
import { answerFault } from './answerFault';
import { lookUpFeedback } from './lookUpFeedback';
import { readFaults } from './readFaults';
import { readFeedbackInbox } from './readFeedbackInbox';
import { readOwnFaults } from './readOwnFaults';
import { readOwnFeedback } from './readOwnFeedback';
import { replyToFeedback } from './replyToFeedback';
import { reportFault } from './reportFault';
import { submitAnonymousFeedback } from './submitAnonymousFeedback';
import { submitFeedback } from './submitFeedback';

export const feedbackUseCases: AnyUseCase[] = [
  submitFeedback,
  submitAnonymousFeedback,
  lookUpFeedback,
  readOwnFeedback,
  readFeedbackInbox,
  replyToFeedback,
  reportFault,
  readFaults,
  readOwnFaults,
  answerFault,
];
