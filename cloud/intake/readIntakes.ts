import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { listOrganisations } from '../roster/rosterRepository';
import { listOwnIntakes } from './intakeRepository';
import { intakeSummary } from './intakeSummary';

/** More than anybody reads in at a time. */
const NEWEST = 20;

/** The actor's own previews and applied intakes, so that a closed page is found again. */
export const readIntakes = memberUseCase('intake.mine')({
  policy: whoeverMay('roster.edit'),
  run: async ({ trx, actor, now, ports }) => {
    const intakes = await listOwnIntakes(trx, actor, now, NEWEST);
    const names = new Map((await listOrganisations(trx, actor.tenantId)).map((one) => [one.id, one.name]));
    return {
      intakes: intakes.map((intake) =>
        intakeSummary(ports, actor.tenantId, intake, names.get(intake.organisationId) ?? '已撤销的组织'),
      ),
    };
  },
});
