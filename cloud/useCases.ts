import { calendarUseCases } from './calendar/operations';
import { restartDemo } from './database/demo/restartDemo';
import { feedbackUseCases } from './feedback/operations';
import { fileUseCases } from './file/operations';
import { identityUseCases } from './identity/operations';
import { intakeUseCases } from './intake/operations';
import { lectureUseCases } from './lecture/operations';
import { meetingUseCases } from './meeting/operations';
import type { AnyUseCase } from './operation';
import { pioneerUseCases } from './pioneer/operations';
import { quizUseCases } from './quiz/operations';
import { reminderUseCases } from './reminder/operations';
import { rosterUseCases } from './roster/operations';
import { studyUseCases } from './study/operations';
import { taskUseCases } from './task/operations';

/** Every use case that dispatch serves; dispatch refuses to start when the contract has one more. */
export const useCases: readonly AnyUseCase[] = [
  ...identityUseCases,
  ...rosterUseCases,
  ...intakeUseCases,
  ...calendarUseCases,
  ...studyUseCases,
  ...taskUseCases,
  ...quizUseCases,
  ...meetingUseCases,
  ...lectureUseCases,
  ...pioneerUseCases,
  ...feedbackUseCases,
  ...reminderUseCases,
  ...fileUseCases,
  restartDemo,
];
