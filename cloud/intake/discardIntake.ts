import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { deletePreview } from './intakeRepository';

/** Removes an own preview before its time. */
export const discardIntake = memberUseCase('intake.discard')({
  policy: whoeverMay('roster.edit'),
  run: async ({ trx, actor }, { intakeId }) => {
    if (!(await deletePreview(trx, actor, intakeId))) throw new AppError('not_found');
    return {};
  },
  auditSubject: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
});
