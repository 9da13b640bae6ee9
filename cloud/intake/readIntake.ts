import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { intakeSummary } from './intakeSummary';
import { loadOwnIntake } from './ownIntake';

/** One own intake in short. */
export const readIntake = memberUseCase('intake.get')({
  policy: whoeverMay('roster.edit'),
  subject: (context, { intakeId }) => loadOwnIntake(context, intakeId),
  subjectPolicy: (actor, { organisation }) => hatFor(actor, 'roster.edit', organisation),
  run: async ({ actor, ports }, _input, { intake, organisation }) =>
    intakeSummary(ports, actor.tenantId, intake, organisation.name),
});
