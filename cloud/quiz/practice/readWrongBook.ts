import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { askingOf } from '../askableRepository';
import { findWrongBook } from './reviewRepository';

const PAGE = 20;

/** The member's own mistakes with key and explanation, a page of twenty. */
export const readWrongBook = memberUseCase('quiz.readWrongBook')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { cursor }) => {
    const found = await findWrongBook(trx, askingOf(actor, now), { after: cursor ?? null, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    return {
      questions: page.map((one) => {
        const { title, article, url, versionOn } = one.source;
        return { ...one, source: { title, article, url, versionOn } };
      }),
      next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    };
  },
});
