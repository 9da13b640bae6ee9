import { questionForm } from '../../../src/domain/quiz/bank/questionForm';
import { questionProblems } from '../../../src/domain/quiz/bank/questionProblems';
import { AppError } from '../../appError';
import type { StoredTwin } from '../../database/tables';
import { type Context, memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { importReply, lineReplies, loadOwnImport } from './importReply';
import { type ImportRecord, updateImport } from './importRepository';
import { findLinesAt, findLinesLike, type LineRecord, updateLine } from './lineRepository';
import { findSameForms } from './questionRepository';
import { organisationsAbove } from './twinsOf';

/**
 * Changes one line of an own import. A question that a person writes is judged by the same checks as one that was read;
 * whatever was resolved or touched here is seen by a second person by itself. Refused: `conflict`, `wrong_state` (taken
 * back).
 */
export const changeImportLine = memberUseCase('quiz.changeImportLine')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId, { lock: true }),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: async (context, { importId, place, version, question, decision }, made) => {
    const { trx, actor } = context;
    if (made.state === 'undone') throw new AppError('wrong_state');
    const of = { tenantId: actor.tenantId, importId };
    const [line] = await findLinesAt(trx, of, [place]);
    if (!line) throw new AppError('not_found');
    let changed: LineRecord = { ...line, version, decision: decision ?? line.decision };
    if (question) {
      const plain = questionForm(question);
      const next = {
        ...changed,
        draft: question,
        plain,
        problems: questionProblems(question),
        flagged: true,
      };
      changed = { ...next, twins: await twinsAfter(context, made, line, next) };
    }
    if (!(await updateLine(trx, of, changed))) throw new AppError('conflict');
    const importVersion = await updateImport(trx, actor.tenantId, importId);
    const [reply] = await lineReplies(context, importId, [{ ...changed, version: version + 1 }]);
    if (!reply) throw new Error('a changed line has no reply');
    return { line: reply, import: await importReply(context, { ...made, version: importVersion }) };
  },
  auditSubject: ({ importId }) => ({ kind: 'bankImport', id: importId }),
});

/** Equal ones are looked up afresh; those nearly the same were found when the files were read, and hold while the words do. */
async function twinsAfter(
  { trx, actor }: Context,
  made: ImportRecord,
  before: LineRecord,
  line: LineRecord,
): Promise<StoredTwin[]> {
  const { tenantId } = actor;
  const { plain, place } = line;
  if (plain === before.plain) return before.twins;
  const lines = await findLinesLike(trx, { tenantId, importId: made.id }, { plain, place });
  const questions = await findSameForms(trx, tenantId, organisationsAbove(made), [plain]);
  return [
    ...lines.map((other) => ({ kind: 'same' as const, place: other.place, questionId: null })),
    ...questions.map(({ id }) => ({ kind: 'same' as const, place: null, questionId: id })),
  ].slice(0, 3);
}
