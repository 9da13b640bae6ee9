import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { lineReplies, loadOwnImport } from './importReply';
import { findLines } from './lineRepository';

/** As many as people work off at a sitting. */
const PAGE = 30;
/** A reply is 900 KB at most (architecture.md "Size"); a page of the longest questions beside their twins ends earlier. */
const MAX_PAGE_BYTES = 700 * 1024;

/** A page of one list of an own import. */
export const readImportLines = memberUseCase('quiz.readImportLines')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: async (context, { importId, list, after }) => {
    const { trx, actor } = context;
    const of = { tenantId: actor.tenantId, importId };
    const found = await findLines(trx, of, list, { after: after ?? 0, limit: PAGE + 1 });
    const lines = firstThatFit(await lineReplies(context, importId, found.slice(0, PAGE)));
    const last = lines.at(-1);
    return { lines, next: last && found.length > lines.length ? last.place : null };
  },
});

/** At least one, or a page would never end. */
function firstThatFit<T>(lines: readonly T[]): T[] {
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(JSON.stringify(line), 'utf8') + 1;
    return bytes > MAX_PAGE_BYTES;
  });
  return lines.slice(0, end === -1 ? lines.length : Math.max(1, end));
}
