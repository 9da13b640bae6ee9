import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Output } from '../../src/contract/operations';
import type { CellProblem, PlanLine } from '../../src/domain/roster/match/rosterPlan';
import type { SheetMapping } from '../../src/domain/roster/sheet/rosterSheet';
import type { Ports } from '../ports/ports';
import type { RosterEffects } from '../roster/applyRosterPlan';

/** What can be said of an intake without opening its lines. */
export interface KeptSummary {
  sheets: SheetMapping[];
  dropped: string[];
  found: Record<'problems' | 'added' | 'changed' | 'transferred' | 'missing' | 'unchanged', number>;
  unknownOrganisations: { name: string; lines: number; mayCreate: boolean }[];
  done: { added: number; changed: number; transferred: number; gone: number; created: number } | null;
}

/** The compared lines, and what the reader of the sheet said of single cells. */
export interface KeptLines {
  lines: PlanLine[];
  cellProblems: CellProblem[];
  /** Of the plan, for telling whether the roster has changed since. */
  digest: string;
}

/** What lies sealed in which column. */
export interface SealedParts {
  summary_sealed: KeptSummary;
  lines_sealed: KeptLines;
  /** `duties`: the posts that the file names, told with the reply; imports from before do not have them. */
  effects_sealed: RosterEffects & { duties?: Output<'intake.applyRoster'>['duties'] };
}

interface IntakePlace {
  tenantId: string;
  intakeId: string;
}

/** Packed and sealed for its place: people of a preview may be in no roster yet, and are readable nowhere but here. */
export function sealPart<K extends keyof SealedParts>(
  ports: Pick<Ports, 'keyring'>,
  place: IntakePlace,
  column: K,
  part: SealedParts[K],
): string {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(part), 'utf8')).toString('base64');
  return ports.keyring.seal(packed, sealedPlace(place, column));
}

/** The part behind a sealed column. Throws when it is not of this intake and column. */
export function openPart<K extends keyof SealedParts>(
  ports: Pick<Ports, 'keyring'>,
  place: IntakePlace,
  column: K,
  sealed: string,
): SealedParts[K] {
  const packed = ports.keyring.open(sealed, sealedPlace(place, column));
  // Written by `sealPart` for the same column and authenticated by the seal.
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as SealedParts[K];
}

function sealedPlace({ tenantId, intakeId }: IntakePlace, column: keyof SealedParts) {
  return { tenantId, table: 'intake', column, rowId: intakeId };
}
