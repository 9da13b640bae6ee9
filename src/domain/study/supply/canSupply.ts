import type { Place } from '../../roster/acts';
import type { OrganisationLevel } from '../../roster/posts';

/** Levels whose people write for somebody above: a committee publishes, it takes no turns. */
const supplyingLevels: readonly OrganisationLevel[] = ['generalBranch', 'branch', 'group', 'team'];

/** Whether an organisation can take turns in supplying another one with pieces: it lies below it (product.md A0). */
export function canSupply(supplier: Place & { level: OrganisationLevel }, publisher: Place): boolean {
  return (
    supplier.organisationId !== publisher.organisationId &&
    supplier.organisationPath.startsWith(publisher.organisationPath) &&
    supplyingLevels.includes(supplier.level)
  );
}
