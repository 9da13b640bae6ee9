import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { listOrganisations } from '../roster/rosterRepository';
import { intakeLineOf, namesByRow } from './intakeLine';
import { loadOwnIntake } from './ownIntake';
import { openPart } from './sealedParts';

const PAGE = 200;

/** A page of one list of a preview: names of others, so it is audited. After applying there are no lines any more. */
export const readIntakeLines = memberUseCase('intake.lines')({
  policy: whoeverMay('roster.edit'),
  subject: (context, { intakeId }) => loadOwnIntake(context, intakeId),
  subjectPolicy: (actor, { organisation }) => hatFor(actor, 'roster.edit', organisation),
  audited: true,
  run: async ({ trx, actor, ports }, { list, cursor }, { intake }) => {
    const start = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(start) || start < 0) throw new AppError('bad_input', 'cursor');
    if (intake.linesSealed === null) return { lines: [], next: null };
    const { tenantId } = actor;
    const { lines } = openPart(ports, { tenantId, intakeId: intake.id }, 'lines_sealed', intake.linesSealed);
    const listed = lines.filter((line) => line.list === list);
    const names = new Map((await listOrganisations(trx, tenantId)).map((one) => [one.id, one.name]));
    const nameAt = namesByRow(lines);
    const page = listed.slice(start, start + PAGE);
    return {
      lines: page.map((line) => intakeLineOf(line, names, nameAt)),
      next: listed.length > start + PAGE ? String(start + PAGE) : null,
    };
  },
  auditSubject: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
});
