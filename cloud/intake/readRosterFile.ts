import { readRoster } from '../../src/domain/roster/sheet/readRoster';
import type { MappingChoice } from '../../src/domain/roster/sheet/rosterSheet';
import { AppError } from '../appError';
import { readTable } from '../documents/readTable';
import { claimOwnFile, readWholeFile, spendFile } from '../file/wholeFile';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { compareWithRoster } from '../roster/compareWithRoster';
import { findPlacedOrganisation } from '../roster/organisationRepository';
import { deletePreview, insertIntake } from './intakeRepository';
import { intakeSummary } from './intakeSummary';
import { previewOf } from './previewOf';
import { sealPart } from './sealedParts';

/** A preview lives for a day (brief of `intake`; its file is gone by then). */
const PREVIEW_MS = 24 * 3_600_000;
/** Twice the largest bureau that we plan for; more is a wrong file. */
const MAX_ROWS = 20_000;

/**
 * Reads an uploaded roster, compares it with the present one and keeps the
 * result sealed. The file goes in the same transaction; of its other columns
 * nothing has been kept but the headers.
 */
export const readRosterFile = memberUseCase('intake.readRoster')({
  policy: whoeverMay('roster.edit'),
  prepare: async (ports, { fileId, mapping }, actor) => {
    const content = await readWholeFile(ports, actor, fileId, 'roster');
    if (!content) return null;
    const reading = await readTable(content, nameFor(content));
    if (!reading.ok) return { refusal: reading.refusal };
    return { refusal: null, roster: readRoster(reading.document, actor.today, choicesOf(mapping)) };
  },
  subject: async (context, { fileId, organisationId }) => {
    const file = await claimOwnFile(context, fileId, 'roster');
    const { trx, actor } = context;
    return file && (await findPlacedOrganisation(trx, actor.tenantId, organisationId));
  },
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.edit', organisation),
  run: async (context, { fileId, purpose, replaces }, organisation, prepared) => {
    const { trx, actor, now, newId, ports } = context;
    const { tenantId, memberId } = actor;
    if (!prepared) throw new AppError('file_not_uploaded');
    if (prepared.refusal !== null) throw new AppError(prepared.refusal);
    if (organisation.level === 'group' || organisation.level === 'team') throw new AppError('not_a_branch');
    const { rows, problems, sheets, dropped } = prepared.roster;
    if (sheets.length === 0) throw new AppError('roster_without_header');
    if (rows.length > MAX_ROWS) throw new AppError('document_too_large');
    await spendFile(context, fileId);
    if (replaces !== undefined) await deletePreview(trx, actor, replaces);
    const compared = await compareWithRoster(context, organisation, { rows, problems, asNew: new Set() });
    const { summary, lines } = previewOf(compared, { sheets, dropped, cellProblems: problems });
    const intakeId = newId();
    const place = { tenantId, intakeId };
    const intake = {
      id: intakeId,
      ownerId: memberId,
      organisationId: organisation.organisationId,
      purpose,
      createdAt: now,
      endsAt: new Date(now.getTime() + PREVIEW_MS),
      summarySealed: sealPart(ports, place, 'summary_sealed', summary),
      linesSealed: sealPart(ports, place, 'lines_sealed', lines),
    };
    await insertIntake(trx, tenantId, intake);
    const stored = { ...intake, state: 'preview' as const, version: 1 };
    return intakeSummary(ports, tenantId, stored, organisation.name, summary);
  },
  auditSubject: (_input, { intakeId }) => ({ kind: 'intake', id: intakeId }),
});

/** `file.finish` has held content and extension against each other; here only the content is at hand. */
function nameFor(content: Buffer): string {
  // A zip begins with PK, a compound file with D0 CF (domain/file/fileKinds.ts); everything else was taken as text.
  if (content[0] === 0x50 && content[1] === 0x4b) return 'roster.xlsx';
  return content[0] === 0xd0 && content[1] === 0xcf ? 'roster.xls' : 'roster.csv';
}

function choicesOf(
  mapping: readonly { sheet: string; headerRow: number; columns: MappingChoice['columns'] }[] | undefined,
): MappingChoice[] | undefined {
  return mapping?.map(({ sheet, headerRow, columns }) => ({ sheet, headerRow, columns }));
}
