import { createHash } from 'node:crypto';
import { type CellProblem, type PlanLine, planLists } from '../../src/domain/roster/match/rosterPlan';
import type { Compared } from '../roster/compareWithRoster';
import type { KeptLines, KeptSummary } from './sealedParts';

/** What a comparison leaves to be kept: the lines, and what can be said of them in short. */
export function previewOf(
  compared: Compared,
  file: { sheets: KeptSummary['sheets']; dropped: string[]; cellProblems: CellProblem[] },
): { summary: KeptSummary; lines: KeptLines } {
  const lines = [...compared.lines];
  const sizes = planLists.map((list) => [list, lines.filter((line) => line.list === list).length]);
  return {
    summary: {
      sheets: file.sheets,
      dropped: file.dropped,
      // One entry for each list of `planLists`.
      found: Object.fromEntries(sizes) as KeptSummary['found'],
      unknownOrganisations: compared.unknownOrganisations.map((one) => ({
        ...one,
        mayCreate: compared.mayCreate,
      })),
      done: null,
    },
    lines: { lines, cellProblems: file.cellProblems, digest: digestOf(lines) },
  };
}

/** Equal exactly when the same rows would do the same to the same versions of the same people. */
export function digestOf(lines: readonly PlanLine[]): string {
  const told = lines.map((line) => [
    line.lineId,
    line.list,
    line.member?.memberId ?? null,
    line.member?.version ?? null,
    line.organisationId,
    line.createName,
    line.groupId,
    line.changes,
    line.problem?.code ?? null,
  ]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

/** The rows of the file, in their order, out of kept lines. */
export function rowsOf(lines: readonly PlanLine[]) {
  return lines.flatMap(({ row }) => (row ? [row] : []));
}
