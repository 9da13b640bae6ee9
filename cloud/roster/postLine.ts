import type { Place } from '../../src/domain/roster/acts';
import { type Post, postTitles } from '../../src/domain/roster/posts';
import type { Actor } from '../actor';
import { mayAppointTo } from '../policies/roster';
import type { PostEntry } from './postRepository';

/** A term as the messages carry it, with what the reader may do about it. */
export interface PostLine {
  postId: string;
  post: Post;
  title: string;
  organisationId: string;
  organisationName: string;
  named: string[];
  from: string;
  to: string | null;
  version: number;
  mayEnd: boolean;
  mayHandOver: boolean;
}

/** `holder` stands where the person belongs. A term that is over can be neither ended nor handed over. */
export function postLineOf(actor: Actor, entry: PostEntry, holder: Place): PostLine {
  const isOver = entry.to !== null && entry.to < actor.today;
  const may =
    !isOver && mayAppointTo(actor, entry.post, entry.at, { ...holder, memberId: entry.memberId }) !== null;
  return {
    postId: entry.postId,
    post: entry.post,
    title: postTitles[entry.post],
    organisationId: entry.at.organisationId,
    organisationName: entry.organisationName,
    named: entry.named.map((one) => one.name),
    from: entry.from,
    to: entry.to,
    version: entry.version,
    mayEnd: may,
    mayHandOver: may,
  };
}
