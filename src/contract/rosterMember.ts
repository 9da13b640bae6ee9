import * as v from 'valibot';
import { operation } from './operation';
import { exampleIds, LetterNo, MemberKind, MemberMark, Mobile } from './rosterShapes';
import { Day, DayOrMonth, Id, line, Version } from './shapes';

const { organisationId, memberId } = exampleIds;

/** Corrects what stands in the roster. `mobile`: absent leaves it, null takes it out. */
export const rosterEditMember = operation({
  kind: 'write',
  input: v.object({
    memberId: Id,
    version: Version,
    name: line(40),
    kind: MemberKind,
    status: v.picklist(['active', 'suspended']),
    leadingCadre: v.boolean(),
    joinedOn: v.nullable(DayOrMonth),
    fullSince: v.nullable(DayOrMonth),
    mobile: v.optional(v.nullable(Mobile)),
  }),
  output: v.object({ version: Version }),
  example: {
    input: {
      memberId,
      version: 3,
      name: '江晨',
      kind: 'full',
      status: 'active',
      leadingCadre: false,
      joinedOn: '1985-07-01',
      fullSince: '1986-07-01',
      mobile: '13800005678',
    },
    output: { version: 4 },
  },
});

/** Takes one person into the roster by hand. Somebody who is there already is `member_exists`. */
export const rosterJoin = operation({
  kind: 'write',
  input: v.object({
    organisationId: Id,
    from: Day,
    name: line(40),
    kind: MemberKind,
    mobile: v.nullable(Mobile),
    joinedOn: v.nullable(DayOrMonth),
    fullSince: v.nullable(DayOrMonth),
    letterNo: LetterNo,
  }),
  output: v.object({ memberId: Id, loginName: v.string() }),
  example: {
    input: {
      organisationId,
      from: '2026-11-23',
      name: '江晨',
      kind: 'full',
      mobile: '13800005678',
      joinedOn: '1985-07-01',
      fullSince: null,
      letterNo: null,
    },
    output: { memberId, loginName: 'k2039471' },
  },
});

/** The place of right moves to another branch from a day on; the old one ends the day before and stays on record. */
export const rosterTransfer = operation({
  kind: 'write',
  input: v.object({ memberId: Id, version: Version, toOrganisationId: Id, on: Day, letterNo: LetterNo }),
  output: v.object({ version: Version }),
  example: {
    input: {
      memberId,
      version: 4,
      toOrganisationId: '01980000-0000-7000-8000-00000000000d',
      on: '2026-12-01',
      letterNo: '2026-17',
    },
    output: { version: 5 },
  },
});

/** Leaves the bureau's roster from a day on: transferred out (转出) or otherwise (left). Every access ends that day, posts too; history stays. */
export const rosterLeave = operation({
  kind: 'write',
  input: v.object({
    memberId: Id,
    version: Version,
    becomes: v.picklist(['transferredOut', 'left']),
    on: Day,
    letterNo: LetterNo,
  }),
  output: v.object({ version: Version }),
  example: {
    input: { memberId, version: 5, becomes: 'transferredOut', on: '2026-12-01', letterNo: '2026-18' },
    output: { version: 6 },
  },
});

/** Retired, frail, floating or on long leave, from a day and perhaps to one. */
export const rosterMark = operation({
  kind: 'write',
  input: v.object({
    memberId: Id,
    version: Version,
    mark: MemberMark,
    from: Day,
    to: v.nullable(Day),
  }),
  output: v.object({ version: Version, markId: Id }),
  example: {
    input: { memberId, version: 4, mark: 'longLeave', from: '2026-12-01', to: null },
    output: { version: 5, markId: '01980000-0000-7000-8000-000000000312' },
  },
});

/** Sets the last day of a mark; null opens it again. */
export const rosterEndMark = operation({
  kind: 'write',
  input: v.object({ memberId: Id, version: Version, markId: Id, to: v.nullable(Day) }),
  output: v.object({ version: Version }),
  example: {
    input: { memberId, version: 5, markId: '01980000-0000-7000-8000-000000000312', to: '2026-12-31' },
    output: { version: 6 },
  },
});

/** A second belonging beside the branch of right: a group, a cross-branch team, a dual or temporary place. */
export const rosterBelong = operation({
  kind: 'write',
  input: v.object({
    memberId: Id,
    version: Version,
    organisationId: Id,
    kind: v.picklist(['temporary', 'dual', 'group', 'team']),
    from: Day,
    to: v.nullable(Day),
  }),
  output: v.object({ version: Version, belongingId: Id }),
  example: {
    input: { memberId, version: 4, organisationId, kind: 'group', from: '2026-12-01', to: null },
    output: { version: 5, belongingId: '01980000-0000-7000-8000-000000000322' },
  },
});

/** Sets the last day of such a second belonging. */
export const rosterEndBelonging = operation({
  kind: 'write',
  input: v.object({ memberId: Id, version: Version, belongingId: Id, to: Day }),
  output: v.object({ version: Version }),
  example: {
    input: { memberId, version: 5, belongingId: '01980000-0000-7000-8000-000000000322', to: '2026-12-31' },
    output: { version: 6 },
  },
});
