import * as v from 'valibot';
import { operation } from './operation';
import { Day, Id, Nothing } from './shapes';

export const OrganisationLevel = v.picklist([
  'leadingGroup',
  'organCommittee',
  'generalBranch',
  'branch',
  'group',
  'team',
]);

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
