import { type Hat, maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** An organisation as far as tasks are judged by it. */
export interface TaskPlace extends Place {
  level: OrganisationLevel;
}

/** What a verdict on a task depends on: for whom it is. */
export interface JudgedTask extends TaskPlace {
  whom: 'organisation' | 'persons';
}

/**
 * The hat under which the actor publishes tasks for an organisation and manages those of whoever held the post before
 * (a task follows the post, so a successor needs no handing over). A group's are its branch's: whoever asks people to
 * study must be able to look after those who could not, and a group leader sees no open names. A team across branches
 * has no secretary of its own and gets none.
 */
export function mayPublishAt(actor: Actor, place: TaskPlace): Hat | null {
  if (place.level === 'team') return null;
  return hatFor(actor, 'task.publish', place.level === 'group' ? parentOf(place) : place);
}

/** The hat under which the actor picks persons of an organisation: only who looks after the names there anyway. */
export function mayPickPersonsAt(actor: Actor, place: TaskPlace): Hat | null {
  return place.level === 'branch' ? mayFollowAt(actor, place) && mayPublishAt(actor, place) : null;
}

/** The hat under which the actor sees a branch's open names, reminds and records make-up (domain.md C5). */
export function mayFollowAt(actor: Actor, branch: Place): Hat | null {
  return hatFor(actor, 'task.followUp', branch);
}

/**
 * The hat under which the actor sees branches as met or not met: the committee above, and whoever published for more
 * than a branch. A task for a group or for some persons is left out: there, not met would be a name (domain.md C6).
 */
export function mayReviewBranches(actor: Actor, task: JudgedTask): Hat | null {
  if (task.whom === 'persons' || task.level === 'group' || task.level === 'team') return null;
  const above = hatFor(actor, 'task.review', task);
  return above ?? (task.level === 'branch' ? null : mayPublishAt(actor, task));
}

/** Whoever has anything to do with tasks of others. */
export function mayOpenTaskDesk({ held }: Actor): boolean {
  return (['task.publish', 'task.followUp', 'task.review'] as const).some((act) => maySomewhere(held, act));
}

function parentOf({ organisationPath }: Place): Place {
  const ids = organisationPath.split('/').filter(Boolean).slice(0, -1);
  return { organisationId: ids.at(-1) ?? '', organisationPath: `/${ids.map((id) => `${id}/`).join('')}` };
}
