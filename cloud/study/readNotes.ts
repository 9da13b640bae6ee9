import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findNotes } from './ownRepository';
import { readerOf } from './reader';

const PAGE = 20;

/** The member's own notes, the last written first; `next` asks for the rest. */
export const readNotes = memberUseCase('study.notes')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { after }) => {
    const found = await findNotes(trx, readerOf(actor, now), { after: after ?? null, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return {
      notes: page.map(({ readable, ...note }) => ({ ...note, open: readable })),
      next: last ? { day: last.writtenOn, pieceId: last.pieceId } : null,
    };
  },
});
