import * as v from 'valibot';
import { posts } from '../domain/roster/posts';
import { Day, Id, line, Version } from './shapes';

export const OrganisationLevel = v.picklist([
  'leadingGroup',
  'organCommittee',
  'generalBranch',
  'branch',
  'group',
  'team',
]);

export const MemberKind = v.picklist(['full', 'probationary']);
export const MemberMark = v.picklist(['retired', 'frail', 'floating', 'longLeave']);
export const PostName = v.picklist(posts);
/** A mobile number in mainland China; only ever sent in, what comes back is masked (138****5678). */
export const Mobile = v.pipe(v.string(), v.regex(/^1\d{10}$/));
/** Number of the letter that a transfer rests on (组织关系介绍信编号). */
export const LetterNo = v.nullable(line(40));

export const HeldPostLine = v.object({
  postId: Id,
  post: PostName,
  title: v.string(),
  organisationId: Id,
  organisationName: v.string(),
  /** Organisations acted for by name (代录、联系点). */
  named: v.array(v.string()),
  from: Day,
  /** The last day of the term, or open. */
  to: v.nullable(Day),
  version: Version,
  mayEnd: v.boolean(),
  mayHandOver: v.boolean(),
});

/** Ids of the examples of the roster's operations. */
export const exampleIds = {
  organisationId: '01980000-0000-7000-8000-00000000000b',
  memberId: '01980000-0000-7000-8000-000000000301',
};
