import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { lockRoster } from '../roster/personRepository';
import { undoRosterEffects } from '../roster/undoRosterEffects';
import { updateIntake } from './intakeRepository';
import { intakeSummary } from './intakeSummary';
import { loadOwnIntake, requireIntake } from './ownIntake';
import { openPart } from './sealedParts';

/** Takes an applied import back, all or nothing; the sealed state from before goes with it. */
export const undoIntake = memberUseCase('intake.undoRoster')({
  policy: whoeverMay('roster.edit'),
  subject: (context, { intakeId }) => loadOwnIntake(context, intakeId, { lock: true }),
  subjectPolicy: (actor, { organisation }) => hatFor(actor, 'roster.edit', organisation),
  run: async (context, { version }, own) => {
    requireIntake(own, version, 'applied');
    const { trx, actor, ports } = context;
    const { intake, organisation } = own;
    const { tenantId } = actor;
    await lockRoster(trx, tenantId);
    const place = { tenantId, intakeId: intake.id };
    await undoRosterEffects(context, openPart(ports, place, 'effects_sealed', intake.effectsSealed ?? ''));
    const next = await updateIntake(trx, tenantId, intake, { state: 'undone', effects_sealed: null });
    const stored = { ...intake, state: 'undone' as const, version: next };
    return intakeSummary(ports, tenantId, stored, organisation.name);
  },
  auditSubject: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
});
