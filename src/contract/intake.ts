import * as v from 'valibot';
import { rosterFields } from '../domain/roster/sheet/rosterSheet';
import { operation } from './operation';
import { MemberKind, MemberMark, PostName } from './rosterShapes';
import { Count, Day, Id, Instant, line, Nothing, Version } from './shapes';

/**
 * Reading a roster from a file: file -> preview on the server -> apply -> perhaps undo.
 *
 * The uploaded file (purpose `roster`) is deleted by the step that reads it, so
 * a corrected `mapping` needs the file sent again: the page keeps the chosen
 * file, uploads it a second time and names the intake that the new one replaces.
 * A preview lives 24 hours and is found again by `intake.mine`.
 */

/** Fields of a member that a column may give (domain.md 3). */
export const RosterField = v.picklist(rosterFields);
const ColumnLetter = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/));

/** As the file has it, blanks included; a .csv has none. */
const SheetName = v.pipe(v.string(), v.maxLength(80), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** How one sheet was understood: what is read from which column and why, and what is dropped. */
const SheetMapping = v.object({
  sheet: v.string(),
  /** The row that holds the headers. */
  headerRow: Count,
  columns: v.array(
    v.object({
      field: RosterField,
      /** Its letter. */
      column: v.string(),
      header: v.string(),
      /** A Chinese sentence; it quotes headers, never cells. */
      evidence: v.string(),
      confidence: v.picklist(['sure', 'likely']),
    }),
  ),
  /** Columns whose values were not kept; any of them may be chosen instead. */
  dropped: v.array(v.object({ column: v.string(), header: v.string() })),
});

export const IntakePurpose = v.picklist(['import', 'check']);

const IntakeSummary = v.object({
  intakeId: Id,
  version: Version,
  purpose: IntakePurpose,
  state: v.picklist(['preview', 'applied', 'undone']),
  organisationId: Id,
  organisationName: v.string(),
  /** When the file was read. */
  at: Instant,
  /** The preview is gone after this. */
  until: Instant,
  sheets: v.array(SheetMapping),
  /** Headers of columns whose values were neither kept nor looked at any further. */
  dropped: v.array(v.string()),
  /** How many lines each list of `intake.lines` has. */
  found: v.object({
    problems: Count,
    added: Count,
    changed: Count,
    transferred: Count,
    missing: Count,
    unchanged: Count,
  }),
  /** Branches that the file names and the tree does not have; with `mayCreate` they can be made while applying. */
  unknownOrganisations: v.array(v.object({ name: v.string(), lines: Count, mayCreate: v.boolean() })),
  /** What an applied intake did. */
  done: v.nullable(
    v.object({ added: Count, changed: Count, transferred: Count, gone: Count, created: Count }),
  ),
  /** Until when the whole can be taken back; null when it cannot (any more). */
  undoUntil: v.nullable(Instant),
});

const summary = {
  intakeId: '01980000-0000-7000-8000-000000000901',
  version: 1,
  purpose: 'import' as const,
  state: 'preview' as const,
  organisationId: '01980000-0000-7000-8000-00000000000b',
  organisationName: '机关第二党支部',
  at: '2026-11-23T00:30:00.000Z',
  until: '2026-11-24T00:30:00.000Z',
  sheets: [
    {
      sheet: '党员信息',
      headerRow: 3,
      columns: [
        {
          field: 'name' as const,
          column: 'E',
          header: '姓名',
          evidence: '表头是“姓名”，下面都是两到四个字的名字',
          confidence: 'sure' as const,
        },
      ],
      dropped: [{ column: 'H', header: '身份证号码' }],
    },
  ],
  dropped: ['身份证号码'],
  found: { problems: 1, added: 12, changed: 2, transferred: 0, missing: 1, unchanged: 30 },
  unknownOrganisations: [{ name: '机关第九党支部', lines: 4, mayCreate: false }],
  done: null,
  undoUntil: null,
};

/**
 * Reads an uploaded roster (`fileId` of purpose `roster`) for an organisation
 * and what stands below it, and keeps a sealed preview. `mapping`: a person's
 * correction: exactly these sheets and columns are read. `replaces`:
 * an own preview that this one takes the place of.
 */
export const intakeReadRoster = operation({
  kind: 'write',
  input: v.object({
    fileId: Id,
    organisationId: Id,
    purpose: IntakePurpose,
    mapping: v.optional(
      v.pipe(
        v.array(
          v.object({
            sheet: SheetName,
            headerRow: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_048_576)),
            columns: v.pipe(
              v.array(v.object({ field: RosterField, column: ColumnLetter })),
              v.minLength(1),
              v.maxLength(20),
            ),
          }),
        ),
        v.minLength(1),
        v.maxLength(20),
      ),
    ),
    replaces: v.optional(Id),
  }),
  output: IntakeSummary,
  example: {
    input: {
      fileId: '01980000-0000-7000-8000-000000000801',
      organisationId: '01980000-0000-7000-8000-00000000000b',
      purpose: 'import',
    },
    output: summary,
  },
});

/** The reader's own previews and applied intakes of the last 30 days, newest first. */
export const intakeMine = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ intakes: v.array(IntakeSummary) }),
  example: { input: {}, output: { intakes: [summary] } },
});

/** One own intake. */
export const intakeGet = operation({
  kind: 'read',
  input: v.object({ intakeId: Id }),
  output: IntakeSummary,
  example: { input: { intakeId: summary.intakeId }, output: summary },
});

const Change = v.object({
  /** Its Chinese name. */
  field: v.string(),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
});

/** One line of a preview; mobile numbers are masked. */
const IntakeLine = v.object({
  /** Names the line in decisions. */
  lineId: v.string(),
  /** Where in the file; null for who is missing from it. */
  at: v.nullable(v.object({ sheet: v.string(), row: Count, column: v.nullable(v.string()) })),
  memberId: v.nullable(Id),
  name: v.nullable(v.string()),
  kind: v.nullable(MemberKind),
  mobileMasked: v.nullable(v.string()),
  joinedOn: v.nullable(v.string()),
  organisationName: v.nullable(v.string()),
  groupName: v.nullable(v.string()),
  marks: v.array(MemberMark),
  /** What the file says of posts; appointing is a step of its own. */
  postsText: v.nullable(v.string()),
  changes: v.array(Change),
  problem: v.nullable(
    v.object({
      code: v.string(),
      message: v.string(),
      /** The whole row is not imported; else only this cell is left empty, or somebody should look at it. */
      leftOut: v.boolean(),
      /** A namesake whom a person may tell to be somebody new (`asNew`). */
      mayBeNew: v.boolean(),
    }),
  ),
});

/** A page of 200 lines of one list of an own preview. */
export const intakeLines = operation({
  kind: 'read',
  input: v.object({
    intakeId: Id,
    list: v.picklist(['problems', 'added', 'changed', 'transferred', 'missing', 'unchanged']),
    cursor: v.optional(line(40)),
  }),
  output: v.object({ lines: v.array(IntakeLine), next: v.nullable(v.string()) }),
  example: {
    input: { intakeId: summary.intakeId, list: 'changed' },
    output: {
      lines: [
        {
          lineId: '1:7',
          at: { sheet: '党员信息', row: 7, column: null },
          memberId: '01980000-0000-7000-8000-000000000301',
          name: '江晨',
          kind: 'full',
          mobileMasked: '138****5678',
          joinedOn: '1985-07',
          organisationName: '机关第二党支部',
          groupName: null,
          marks: [],
          postsText: null,
          changes: [{ field: '手机', from: '139****0000', to: '138****5678' }],
          problem: null,
        },
      ],
      next: null,
    },
  },
});

/** Compares the kept lines with the roster as it is now (after a `conflict`, or after somebody was corrected by hand). */
export const intakeRefresh = operation({
  kind: 'write',
  input: v.object({ intakeId: Id, version: Version }),
  output: IntakeSummary,
  example: { input: { intakeId: summary.intakeId, version: 1 }, output: { ...summary, version: 2 } },
});

/**
 * Does what the preview says, all or nothing. Lines with a problem are left out.
 * If the roster has changed since the preview was made: `conflict`, then refresh.
 */
export const intakeApplyRoster = operation({
  kind: 'write',
  input: v.object({
    intakeId: Id,
    version: Version,
    /** From which day new members belong to their branch; today when absent. */
    from: v.optional(Day),
    /** Lines to leave out. */
    leaveOut: v.pipe(v.array(line(20)), v.maxLength(500)),
    /** Problem lines with `mayBeNew` that are somebody new. */
    asNew: v.pipe(v.array(line(20)), v.maxLength(500)),
    /** Names out of `unknownOrganisations` to be made as branches. */
    create: v.pipe(v.array(line(60)), v.maxLength(200)),
    /** Who is missing from the file and has gone; everybody else stays. */
    gone: v.pipe(
      v.array(v.object({ memberId: Id, becomes: v.picklist(['transferredOut', 'left']), on: Day })),
      v.maxLength(300),
    ),
  }),
  output: v.object({
    ...IntakeSummary.entries,
    /** Posts that the file names for new members and that the actor may give by `roster.appoint`; told this once. */
    duties: v.array(
      v.object({
        memberId: Id,
        name: v.string(),
        post: PostName,
        organisationId: Id,
        organisationName: v.string(),
      }),
    ),
  }),
  example: {
    input: {
      intakeId: summary.intakeId,
      version: 1,
      leaveOut: [],
      asNew: [],
      create: [],
      gone: [
        { memberId: '01980000-0000-7000-8000-000000000302', becomes: 'transferredOut', on: '2026-11-01' },
      ],
    },
    output: {
      ...summary,
      version: 2,
      state: 'applied',
      done: { added: 12, changed: 2, transferred: 0, gone: 1, created: 0 },
      undoUntil: '2026-12-23T00:30:00.000Z',
      duties: [
        {
          memberId: '01980000-0000-7000-8000-000000000303',
          name: '云帆',
          post: 'organisationOfficer',
          organisationId: '01980000-0000-7000-8000-00000000000b',
          organisationName: '机关第二党支部',
        },
      ],
    },
  },
});

/** Takes an applied intake back, all or nothing; `undo_too_late` once somebody of it has been changed or has used a card. */
export const intakeUndoRoster = operation({
  kind: 'write',
  input: v.object({ intakeId: Id, version: Version }),
  output: IntakeSummary,
  example: {
    input: { intakeId: summary.intakeId, version: 2 },
    output: { ...summary, version: 3, state: 'undone' },
  },
});

/** Removes an own preview before its time. */
export const intakeDiscard = operation({
  kind: 'write',
  input: v.object({ intakeId: Id }),
  output: Nothing,
  example: { input: { intakeId: summary.intakeId }, output: {} },
});

/** The roster template as a file in base64. */
export const intakeTemplate = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ name: v.string(), mediaType: v.string(), base64: v.string() }),
  example: {
    input: {},
    output: {
      name: '党员名册模板.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: 'UEsDBA==',
    },
  },
});
