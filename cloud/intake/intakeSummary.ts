import type { Output } from '../../src/contract/operations';
import type { Ports } from '../ports/ports';
import type { IntakeRecord } from './intakeRepository';
import { type KeptSummary, openPart } from './sealedParts';

/** An intake as its owner sees it. `summary`: when it was just made, so that it is not opened again. */
export function intakeSummary(
  ports: Pick<Ports, 'keyring'>,
  tenantId: string,
  intake: Omit<IntakeRecord, 'linesSealed' | 'effectsSealed' | 'summarySealed'> & { summarySealed: string },
  organisationName: string,
  summary?: KeptSummary,
): Output<'intake.get'> {
  const kept =
    summary ?? openPart(ports, { tenantId, intakeId: intake.id }, 'summary_sealed', intake.summarySealed);
  return {
    intakeId: intake.id,
    version: intake.version,
    purpose: intake.purpose,
    state: intake.state,
    organisationId: intake.organisationId,
    organisationName,
    at: intake.createdAt.toISOString(),
    until: intake.endsAt.toISOString(),
    sheets: kept.sheets,
    dropped: kept.dropped,
    found: kept.found,
    unknownOrganisations: kept.unknownOrganisations,
    done: kept.done,
    undoUntil: intake.state === 'applied' ? intake.endsAt.toISOString() : null,
  };
}
