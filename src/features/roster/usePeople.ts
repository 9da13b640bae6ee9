import type { Input, Output } from '../../contract/operations';
import { type Page, type Pages, usePages } from '../../platform/usePages';
import type { Person } from './member';

function pageOf({ people, next }: Output<'roster.people'>): Page<Person> {
  return { items: people, next };
}

/** The roster's lines, a hundred at a time. */
export function usePeople(question: Omit<Input<'roster.people'>, 'cursor'>): Pages<'roster.people', Person> {
  return usePages('roster.people', question, pageOf, { cursorName: 'cursor' });
}
