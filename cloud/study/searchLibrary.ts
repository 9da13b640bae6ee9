import { excerptOf } from '../../src/domain/study/search/excerptOf';
import { termsOf } from '../../src/domain/study/search/searchTerms';
import { wordsOf } from '../../src/domain/study/search/wordsOf';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { summaryOf } from './pieceOf';
import { readerOf } from './reader';
import { searchNotes, searchPieces, searchSeries } from './searchRepository';

/** More than anybody reads through; who wants less writes more words. */
const PIECES_SHOWN = 30;
const NOTES_SHOWN = 20;
const SERIES_SHOWN = 10;

/**
 * One question over the published pieces and series that the member may read and the member's own notes. What has more of the
 * question comes first. A question of signs alone finds nothing.
 */
export const searchLibrary = memberUseCase('study.search')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { words }) => {
    const terms = termsOf(words);
    if (terms.length === 0) return { pieces: [], series: [], notes: [], more: false };
    const reader = readerOf(actor, now);
    const pieces = await searchPieces(trx, reader, { terms, limit: PIECES_SHOWN + 1 });
    const series = await searchSeries(trx, reader, { terms, limit: SERIES_SHOWN + 1 });
    const notes = await searchNotes(trx, reader, { terms, limit: NOTES_SHOWN + 1 });
    return {
      pieces: pieces
        .slice(0, PIECES_SHOWN)
        .map((piece) => ({ ...summaryOf(piece), excerpt: excerptOf(wordsOf(piece.blocks), words) })),
      series: series.slice(0, SERIES_SHOWN),
      notes: notes
        .slice(0, NOTES_SHOWN)
        .map(({ pieceId, title, text }) => ({ pieceId, title, excerpt: excerptOf(text, words) })),
      more: pieces.length > PIECES_SHOWN || series.length > SERIES_SHOWN || notes.length > NOTES_SHOWN,
    };
  },
});
