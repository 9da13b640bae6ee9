import type { Actor } from '../actor';

/**
 * Every organisation whose content is meant for the actor: those the actor
 * belongs to or holds a post in today, and all above them. Ids without repeats.
 * A sibling branch's content is not in it.
 */
export function audienceOf(actor: Actor): string[] {
  const paths = [...actor.belongs, ...actor.held].map((one) => one.organisationPath);
  return [...new Set(paths.flatMap((path) => path.split('/').filter(Boolean)))];
}
