import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { compareWithRoster } from '../roster/compareWithRoster';
import { updateIntake } from './intakeRepository';
import { intakeSummary } from './intakeSummary';
import { loadOwnIntake, requireIntake } from './ownIntake';
import { previewOf, rowsOf } from './previewOf';
import { openPart, sealPart } from './sealedParts';

/** Compares the kept rows with the roster as it is now. */
export const refreshIntake = memberUseCase('intake.refresh')({
  policy: whoeverMay('roster.edit'),
  subject: (context, { intakeId }) => loadOwnIntake(context, intakeId, { lock: true }),
  subjectPolicy: (actor, { organisation }) => hatFor(actor, 'roster.edit', organisation),
  run: async (context, { version }, own) => {
    requireIntake(own, version, 'preview');
    const { trx, actor, ports } = context;
    const { intake, organisation } = own;
    const { tenantId } = actor;
    const place = { tenantId, intakeId: intake.id };
    const kept = openPart(ports, place, 'lines_sealed', intake.linesSealed ?? '');
    const { sheets, dropped } = openPart(ports, place, 'summary_sealed', intake.summarySealed);
    const { cellProblems } = kept;
    const file = { rows: rowsOf(kept.lines), problems: cellProblems, asNew: new Set<string>() };
    const compared = await compareWithRoster(context, organisation, file);
    const { summary, lines } = previewOf(compared, { sheets, dropped, cellProblems });
    const next = await updateIntake(trx, tenantId, intake, {
      summary_sealed: sealPart(ports, place, 'summary_sealed', summary),
      lines_sealed: sealPart(ports, place, 'lines_sealed', lines),
    });
    return intakeSummary(ports, tenantId, { ...intake, version: next }, organisation.name, summary);
  },
  auditSubject: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
});
