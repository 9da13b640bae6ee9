import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findBookmarks } from './ownRepository';
import { summaryOf } from './pieceOf';
import { readerOf } from './reader';

const PAGE = 20;

/** What the member has put aside and can still read, the last first; `next` asks for the rest. */
export const readBookmarks = memberUseCase('study.bookmarks')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { after }) => {
    const found = await findBookmarks(trx, readerOf(actor, now), { after: after ?? null, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return {
      pieces: page.map(summaryOf),
      next: last ? { day: last.addedOn, pieceId: last.id } : null,
    };
  },
});
