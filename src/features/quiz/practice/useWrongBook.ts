import type { Output } from '../../../contract/operations';
import { useMe } from '../../../platform/session';
import { type Page, usePages } from '../../../platform/usePages';
import type { Mistake } from './WrongBook';

/** The member's wrong book, page by page. */
export function useWrongBook() {
  const me = useMe();
  return usePages('quiz.readWrongBook', {}, pageOf, {
    cursorName: 'cursor',
    cacheKey: 'quiz.wrongBook',
    skip: !me,
  });
}

function pageOf({ questions, next }: Output<'quiz.readWrongBook'>): Page<Mistake> {
  return { items: questions, next };
}
