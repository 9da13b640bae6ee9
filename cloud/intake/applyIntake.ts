import type { PlanLine } from '../../src/domain/roster/match/rosterPlan';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { applyRosterPlan } from '../roster/applyRosterPlan';
import { compareWithRoster } from '../roster/compareWithRoster';
import { enrolOrganisation } from '../roster/enrol';
import { findPlacedOrganisation } from '../roster/organisationRepository';
import { lockRoster } from '../roster/personRepository';
import { listOrganisations } from '../roster/rosterRepository';
import { dutiesOf } from './dutiesOf';
import { updateIntake } from './intakeRepository';
import { intakeSummary } from './intakeSummary';
import { loadOwnIntake, type OwnIntake, requireIntake } from './ownIntake';
import { digestOf, rowsOf } from './previewOf';
import { openPart, sealPart } from './sealedParts';

/** The sealed state from before is kept this long for taking the import back, then purged. */
const UNDO_MS = 30 * 86_400_000;

/**
 * Carries out a preview in one transaction, all or nothing. It is compared
 * again with the roster as it is now, behind a lock that the next import and
 * every joining waits for: a difference to what the person has seen is
 * `conflict`, and nothing is written. Problem lines are left out.
 */
export const applyIntake = memberUseCase('intake.applyRoster')({
  policy: whoeverMay('roster.edit'),
  subject: (context, { intakeId }) => loadOwnIntake(context, intakeId, { lock: true }),
  subjectPolicy: (actor, { organisation }) => hatFor(actor, 'roster.edit', organisation),
  run: async (context, input, own) => {
    requireIntake(own, input.version, 'preview');
    const { trx, actor, now, ports } = context;
    const { intake, organisation } = own;
    const { tenantId } = actor;
    const from = input.from ?? actor.today;
    if (intake.purpose === 'check') throw new AppError('wrong_state');
    if (from > actor.today) throw new AppError('bad_input', 'from');
    await lockRoster(trx, tenantId);
    const place = { tenantId, intakeId: intake.id };
    const kept = openPart(ports, place, 'lines_sealed', intake.linesSealed ?? '');
    const file = { rows: rowsOf(kept.lines), problems: kept.cellProblems, asNew: new Set<string>() };
    const compared = await compareWithRoster(context, organisation, file);
    if (digestOf(compared.lines) !== kept.digest) throw new AppError('conflict');
    const decided =
      input.asNew.length > 0
        ? await compareWithRoster(context, organisation, { ...file, asNew: new Set(input.asNew) })
        : compared;

    const created = compared.mayCreate ? await createBranches(context, own, compared, input.create) : null;
    const skipped = new Set(input.leaveOut);
    const lines = decided.lines
      .filter((line) => !skipped.has(line.lineId))
      .map((line) => withBranch(line, created))
      .filter((line) => line !== null);
    const missing = new Set(
      decided.lines.flatMap(({ list, member }) => (list === 'missing' && member ? [member.memberId] : [])),
    );
    if (input.gone.some((one) => !missing.has(one.memberId) || one.memberId === actor.memberId))
      throw new AppError('conflict');
    const orders = {
      added: lines.filter((line) => line.list === 'added'),
      changed: lines.filter((line) => line.list === 'changed' || line.list === 'transferred'),
      gone: [...new Map(input.gone.map((one) => [one.memberId, one])).values()],
      from,
    };
    const effects = await applyRosterPlan(context, orders);
    const kindOf = (list: string) => orders.changed.filter((line) => line.list === list).length;
    const done = {
      added: orders.added.length,
      changed: kindOf('changed'),
      transferred: kindOf('transferred'),
      gone: orders.gone.length,
      created: created?.size ?? 0,
    };
    const summary = { ...openPart(ports, place, 'summary_sealed', intake.summarySealed), done };
    const endsAt = new Date(now.getTime() + UNDO_MS);
    const entered = { added: orders.added, memberIds: effects.added };
    const duties = dutiesOf(actor, entered, await listOrganisations(trx, tenantId));
    const createdIds = [...(created?.values() ?? [])];
    const version = await updateIntake(trx, tenantId, intake, {
      state: 'applied',
      ends_at: endsAt,
      summary_sealed: sealPart(ports, place, 'summary_sealed', summary),
      lines_sealed: null,
      effects_sealed: sealPart(ports, place, 'effects_sealed', { ...effects, created: createdIds, duties }),
    });
    const stored = { ...intake, state: 'applied' as const, version, endsAt };
    return { ...intakeSummary(ports, tenantId, stored, organisation.name, summary), duties };
  },
  // The reply names people, so no receipt holds it: it is opened again from where it lies sealed.
  replay: async (context, { intakeId }) => {
    const { ports, actor } = context;
    const own = await loadOwnIntake(context, intakeId);
    if (!own?.intake.effectsSealed) throw new AppError('not_found');
    const { intake, organisation } = own;
    const { tenantId } = actor;
    const effects = openPart(ports, { tenantId, intakeId }, 'effects_sealed', intake.effectsSealed ?? '');
    return {
      ...intakeSummary(ports, tenantId, intake, organisation.name),
      duties: effects.duties ?? [],
    };
  },
  auditSubject: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
});

/** Makes the branches that the person has agreed to, by their names in the file; returns their ids. */
async function createBranches(
  { trx, actor, newId }: Context,
  { organisation }: OwnIntake,
  { unknownOrganisations }: { unknownOrganisations: readonly { name: string }[] },
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const created = new Map<string, string>();
  const offered = new Set(unknownOrganisations.map((one) => one.name));
  const parent = await findPlacedOrganisation(trx, actor.tenantId, organisation.organisationId, {
    lock: true,
  });
  for (const name of new Set(wanted)) {
    if (!offered.has(name) || !parent) throw new AppError('conflict');
    const id = newId();
    await enrolOrganisation(trx, actor.tenantId, {
      id,
      name,
      level: 'branch',
      parent: { id: parent.organisationId, path: parent.organisationPath },
      enabledOn: actor.today,
    });
    created.set(name, id);
  }
  return created;
}

/** The line with the branch that was made for it; null when nobody wanted that branch. */
function withBranch(line: PlanLine, created: ReadonlyMap<string, string> | null): PlanLine | null {
  if (line.createName === null) return line;
  const organisationId = created?.get(line.createName);
  if (organisationId === undefined) return null;
  const change = { field: 'organisation' as const, from: line.member?.organisationId ?? null };
  const changes =
    line.list === 'transferred' || line.list === 'changed'
      ? [...line.changes, { ...change, to: organisationId }]
      : line.changes;
  return { ...line, organisationId, createName: null, changes };
}
