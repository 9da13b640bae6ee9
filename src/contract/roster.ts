import * as v from 'valibot';
import { operation } from './operation';
import {
  exampleIds,
  HeldPostLine,
  MemberKind,
  MemberMark,
  OrganisationLevel,
  PostName,
} from './rosterShapes';
import { Count, Day, DayOrMonth, Id, line, Nothing, Version } from './shapes';

const { organisationId, memberId } = exampleIds;

/** The organisations whose roster the reader may see. */
export const rosterOrganisations = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    organisations: v.array(
      v.object({
        id: Id,
        name: v.string(),
        level: OrganisationLevel,
        parentId: v.nullable(Id),
        enabledOn: v.nullable(Day),
        version: Version,
        /** Rename, 启用日期, dissolve. */
        mayEdit: v.boolean(),
        /** Levels of organisation that the reader may make under this one. */
        mayAdd: v.array(OrganisationLevel),
        /** Take members in here, by hand or from a file. */
        mayEnrol: v.boolean(),
        /** Posts that the reader may give and end here (never to themselves). */
        mayAppoint: v.array(PostName),
      }),
    ),
  }),
  example: {
    input: {},
    output: {
      organisations: [
        {
          id: '01980000-0000-7000-8000-00000000000b',
          name: '机关第二党支部',
          level: 'branch',
          parentId: null,
          enabledOn: '2026-01-01',
          version: 1,
          mayEdit: false,
          mayAdd: ['group'],
          mayEnrol: true,
          mayAppoint: ['organisationOfficer', 'publicityOfficer'],
        },
      ],
    },
  },
});

export const rosterMembers = operation({
  kind: 'read',
  input: v.object({ organisationId: Id }),
  output: v.object({
    organisationName: v.string(),
    members: v.array(
      v.object({
        memberId: Id,
        name: v.string(),
        kind: v.picklist(['full', 'probationary']),
        marks: v.array(v.picklist(['retired', 'frail', 'floating', 'longLeave'])),
        posts: v.array(v.string()),
        loginName: v.string(),
        /** Which doors are open: for handing out cards, not a figure of use. */
        activated: v.boolean(),
        mayIssueCard: v.boolean(),
      }),
    ),
  }),
  example: {
    input: { organisationId: '01980000-0000-7000-8000-00000000000b' },
    output: {
      organisationName: '机关第二党支部',
      members: [
        {
          memberId: '01980000-0000-7000-8000-000000000301',
          name: '江晨',
          kind: 'full',
          marks: [],
          posts: [],
          loginName: 'k2039471',
          activated: false,
          mayIssueCard: true,
        },
      ],
    },
  },
});

/**
 * A fresh activation card. For a member who is active it revokes every session
 * and binding, tells that member and is audited. The code is in this one reply
 * and nowhere else (only its keyed hash is stored), so it has no receipt.
 */
export const rosterIssueCard = operation({
  kind: 'write',
  input: v.object({ memberId: Id }),
  output: v.object({ name: v.string(), loginName: v.string(), code: v.string(), expiresOn: Day }),
  example: {
    input: { memberId: '01980000-0000-7000-8000-000000000301' },
    output: { name: '江晨', loginName: 'k2039471', code: 'K7QD-2M4P-9XWA', expiresOn: '2026-12-07' },
  },
});

/** A new organisation under another; groups under branches, teams under the committee, branches under committee or general branch. */
export const rosterCreateOrganisation = operation({
  kind: 'write',
  input: v.object({
    parentId: Id,
    name: line(60),
    level: v.picklist(['generalBranch', 'branch', 'group', 'team']),
    /** 启用日期: before it nothing counts as missed. */
    enabledOn: v.nullable(Day),
  }),
  output: v.object({ organisationId: Id }),
  example: {
    input: { parentId: organisationId, name: '第一党小组', level: 'group', enabledOn: null },
    output: { organisationId: '01980000-0000-7000-8000-00000000000c' },
  },
});

export const rosterEditOrganisation = operation({
  kind: 'write',
  input: v.object({ organisationId: Id, version: Version, name: line(60), enabledOn: v.nullable(Day) }),
  output: v.object({ version: Version }),
  example: {
    input: { organisationId, version: 1, name: '机关第二党支部', enabledOn: '2026-12-01' },
    output: { version: 2 },
  },
});

/** Dissolves an organisation in which nobody has the place of right any more and nothing stands below. */
export const rosterDissolveOrganisation = operation({
  kind: 'write',
  input: v.object({ organisationId: Id, version: Version }),
  output: v.object({ version: Version }),
  example: { input: { organisationId, version: 2 }, output: { version: 3 } },
});

/**
 * Members of an organisation and, with `below`, of all under it that the reader
 * may see: by name, 100 at a time. `name` finds part of a name; `withoutDoor`
 * leaves those who have not used a card yet.
 */
export const rosterPeople = operation({
  kind: 'read',
  input: v.object({
    organisationId: Id,
    below: v.boolean(),
    name: v.optional(line(40)),
    withoutDoor: v.optional(v.boolean()),
    cursor: v.optional(line(200)),
  }),
  output: v.object({
    people: v.array(
      v.object({
        memberId: Id,
        name: v.string(),
        kind: MemberKind,
        organisationId: Id,
        organisationName: v.string(),
        marks: v.array(MemberMark),
        posts: v.array(v.string()),
        loginName: v.string(),
        /** Which doors are open: for handing out cards, not a figure of use. */
        activated: v.boolean(),
        mayIssueCard: v.boolean(),
      }),
    ),
    next: v.nullable(v.string()),
  }),
  example: {
    input: { organisationId, below: true, withoutDoor: true },
    output: {
      people: [
        {
          memberId,
          name: '江晨',
          kind: 'full',
          organisationId,
          organisationName: '机关第二党支部',
          marks: [],
          posts: [],
          loginName: 'k2039471',
          activated: false,
          mayIssueCard: true,
        },
      ],
      next: null,
    },
  },
});

/** Everything that the roster keeps of one person; the mobile number is masked, sealed dates are shown to whoever may edit. */
export const rosterMember = operation({
  kind: 'read',
  input: v.object({ memberId: Id }),
  output: v.object({
    memberId: Id,
    version: Version,
    name: v.string(),
    loginName: v.string(),
    kind: MemberKind,
    status: v.picklist(['active', 'suspended', 'transferredOut', 'left']),
    /** From this day no longer a member here. */
    leavesOn: v.nullable(Day),
    leadingCadre: v.boolean(),
    mobileMasked: v.nullable(v.string()),
    joinedOn: v.nullable(DayOrMonth),
    fullSince: v.nullable(DayOrMonth),
    marks: v.array(v.object({ id: Id, kind: MemberMark, from: Day, to: v.nullable(Day) })),
    /** Where the person belongs and belonged, newest first. */
    belongings: v.array(
      v.object({
        id: Id,
        organisationId: Id,
        organisationName: v.string(),
        kind: v.picklist(['formal', 'temporary', 'dual', 'group', 'team']),
        from: Day,
        to: v.nullable(Day),
        letterNo: v.nullable(v.string()),
      }),
    ),
    posts: v.array(HeldPostLine),
    activated: v.boolean(),
    /** Whoever may edit sees the dates too. */
    mayEdit: v.boolean(),
    mayIssueCard: v.boolean(),
  }),
  example: {
    input: { memberId },
    output: {
      memberId,
      version: 3,
      name: '江晨',
      loginName: 'k2039471',
      kind: 'full',
      status: 'active',
      leavesOn: null,
      leadingCadre: false,
      mobileMasked: '138****5678',
      joinedOn: '1985-07',
      fullSince: null,
      marks: [{ id: '01980000-0000-7000-8000-000000000311', kind: 'retired', from: '2026-03-01', to: null }],
      belongings: [
        {
          id: '01980000-0000-7000-8000-000000000321',
          organisationId,
          organisationName: '机关第二党支部',
          kind: 'formal',
          from: '2026-01-01',
          to: null,
          letterNo: null,
        },
      ],
      posts: [],
      activated: true,
      mayEdit: true,
      mayIssueCard: true,
    },
  },
});

/**
 * Cards for up to 100 people who have none in use; who has used one already is
 * named in `skipped` and keeps the own doors. Codes are in this reply and nowhere else.
 */
export const rosterIssueCards = operation({
  kind: 'write',
  input: v.object({ memberIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)) }),
  output: v.object({
    cards: v.array(
      v.object({
        memberId: Id,
        name: v.string(),
        organisationName: v.string(),
        loginName: v.string(),
        code: v.string(),
        expiresOn: Day,
      }),
    ),
    skipped: v.array(v.object({ memberId: Id, name: v.string() })),
  }),
  example: {
    input: { memberIds: [memberId] },
    output: {
      cards: [
        {
          memberId,
          name: '江晨',
          organisationName: '机关第二党支部',
          loginName: 'k2039471',
          code: 'K7QD-2M4P-9XWA',
          expiresOn: '2026-12-07',
        },
      ],
      skipped: [],
    },
  },
});

/** Takes a member's phone, sessions, passphrase and unused cards away (a lost phone); the member needs a new card. */
export const rosterUnbind = operation({
  kind: 'write',
  input: v.object({ memberId: Id }),
  output: Nothing,
  example: { input: { memberId }, output: {} },
});

/** How far roster and cards have come, for a bureau's first steps: counts, no names, and nothing about use. */
export const rosterFirstDay = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    /** Members whose formal place is where the reader hands out cards. */
    members: Count,
    /** Of these, who has neither come in nor a card that can still be used. */
    withoutCard: Count,
    /** Party branches there, and how many of them have no secretary today. */
    branches: Count,
    withoutSecretary: Count,
  }),
  example: { input: {}, output: { members: 18, withoutCard: 3, branches: 1, withoutSecretary: 0 } },
});
