import * as v from 'valibot';
import { operation } from './operation';
import { exampleIds, HeldPostLine, PostName } from './rosterShapes';
import { Count, Day, Id, Version } from './shapes';

const { organisationId, memberId } = exampleIds;

/** Who holds or will hold a post in an organisation, and whose term ended within the year. */
export const rosterPosts = operation({
  kind: 'read',
  input: v.object({ organisationId: Id }),
  output: v.object({
    posts: v.array(v.object({ ...HeldPostLine.entries, memberId: Id, memberName: v.string() })),
  }),
  example: {
    input: { organisationId },
    output: {
      posts: [
        {
          postId: '01980000-0000-7000-8000-000000000331',
          post: 'secretary',
          title: '支部书记',
          organisationId,
          organisationName: '机关第二党支部',
          named: [],
          from: '2025-01-01',
          to: null,
          version: 1,
          mayEnd: true,
          mayHandOver: true,
          memberId,
          memberName: '江晨',
        },
      ],
    },
  },
});

/** Gives somebody a post with a term. Nobody appoints themselves; secretaries are appointed by the committee. */
export const rosterAppoint = operation({
  kind: 'write',
  input: v.object({
    memberId: Id,
    organisationId: Id,
    post: PostName,
    from: Day,
    to: v.nullable(Day),
    /** For clerk, contact leader and supervisor: the organisations acted for; else empty. */
    named: v.pipe(v.array(Id), v.maxLength(50)),
  }),
  output: v.object({ postId: Id }),
  example: {
    input: { memberId, organisationId, post: 'publicityOfficer', from: '2026-12-01', to: null, named: [] },
    output: { postId: '01980000-0000-7000-8000-000000000332' },
  },
});

/** Sets the last day of a term. */
export const rosterEndPost = operation({
  kind: 'write',
  input: v.object({ postId: Id, version: Version, to: Day }),
  output: v.object({ version: Version }),
  example: {
    input: { postId: '01980000-0000-7000-8000-000000000332', version: 1, to: '2026-12-31' },
    output: { version: 2 },
  },
});

/** What a 交接 would move and what it would not, before anything is done. */
export const rosterHandOverPreview = operation({
  kind: 'read',
  input: v.object({ postId: Id }),
  output: v.object({
    memberName: v.string(),
    title: v.string(),
    organisationName: v.string(),
    /** Work that goes on under the successor: drafts, reviews, meetings, tasks; with how much of it there is now. */
    moves: v.array(v.object({ what: v.string(), size: Count })),
    /** What stays the predecessor's own, in sentences. */
    stays: v.array(v.string()),
  }),
  example: {
    input: { postId: '01980000-0000-7000-8000-000000000331' },
    output: {
      memberName: '江晨',
      title: '支部书记',
      organisationName: '机关第二党支部',
      moves: [{ what: '没有写完的篇目', size: 2 }],
      stays: ['自己的笔记、收藏和学习记录留在本人名下，接任的同志看不到'],
    },
  },
});

/** 交接: the predecessor's term ends the day before `on`, the successor's begins on it; the work of the post goes on under the successor. */
export const rosterHandOver = operation({
  kind: 'write',
  input: v.object({ postId: Id, version: Version, toMemberId: Id, on: Day, to: v.nullable(Day) }),
  output: v.object({ postId: Id }),
  example: {
    input: {
      postId: '01980000-0000-7000-8000-000000000331',
      version: 1,
      toMemberId: memberId,
      on: '2026-12-01',
      to: null,
    },
    output: { postId: '01980000-0000-7000-8000-000000000333' },
  },
});
