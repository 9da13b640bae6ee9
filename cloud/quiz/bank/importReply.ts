import type { Output } from '../../../src/contract/operations';
import type { QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import {
  type QuestionProblemCode,
  questionProblemSentences,
} from '../../../src/domain/quiz/bank/questionProblems';
import { AppError } from '../../appError';
import type { Context } from '../../operation';
import { hiddenKeys } from './hiddenKeys';
import { countLists, findImportsInUse, findOwnImport, type ImportRecord } from './importRepository';
import { findLinesAt, type LineRecord } from './lineRepository';
import { findBankQuestions } from './questionRepository';

type Reading = Pick<Context, 'trx' | 'actor'>;

/** In `subject`: an own import whose time has not ended; null, that is `not_found`, for anything else. */
export function loadOwnImport(
  { trx, actor, now }: Reading & { now: Date },
  importId: string,
  options: { lock?: boolean } = {},
): Promise<ImportRecord | null> {
  return findOwnImport(trx, actor, importId, now, options);
}

/** Throws `conflict` for another version and `wrong_state` when the import is in none of `states`. */
export function requireImport(
  made: ImportRecord,
  version: number,
  states: readonly ImportRecord['state'][],
): void {
  if (made.version !== version) throw new AppError('conflict');
  if (!states.includes(made.state)) throw new AppError('wrong_state');
}

/** Imports as they leave the server, with what their lists hold now. */
export async function importReplies(
  { trx, actor }: Reading,
  imports: readonly ImportRecord[],
): Promise<Output<'quiz.readImport'>[]> {
  const ids = imports.map(({ id }) => id);
  const lists = await countLists(trx, actor.tenantId, ids);
  const applied = imports.filter(({ state }) => state === 'applied').map(({ id }) => id);
  const inUse = await findImportsInUse(trx, actor.tenantId, applied);
  return imports.map(({ id, createdAt, endsAt, counts, organisationPath: _, ...made }) => {
    const { ready = 0, problems = 0, twins = 0, left = 0 } = lists.get(id) ?? {};
    return {
      ...made,
      importId: id,
      at: createdAt.toISOString(),
      until: endsAt.toISOString(),
      found: { ready, problems, twins, left, essays: counts.essays },
      done: made.state === 'applied' ? { added: counts.added, already: counts.already } : null,
      mayUndo: made.state === 'applied' && !inUse.has(id),
    };
  });
}

/** One import as it leaves the server. */
export async function importReply(context: Reading, made: ImportRecord): Promise<Output<'quiz.readImport'>> {
  const [reply] = await importReplies(context, [made]);
  if (!reply) throw new Error('an import has no reply');
  return reply;
}

type LineReply = Output<'quiz.readImportLines'>['lines'][number];

/** Lines with their twins' own words. A twin that has gone meanwhile, or whose key must not be seen now, is left out. */
export async function lineReplies(
  context: Reading & Pick<Context, 'now'>,
  importId: string,
  lines: readonly LineRecord[],
): Promise<LineReply[]> {
  const twins = lines.flatMap((line) => line.twins);
  const places = twins.flatMap(({ place }) => (place === null ? [] : [place]));
  const ids = twins.flatMap(({ questionId }) => (questionId === null ? [] : [questionId]));
  const { trx, actor } = context;
  const { tenantId } = actor;
  const hidden = await hiddenKeys(context, ids);
  const byPlace = new Map(
    (await findLinesAt(trx, { tenantId, importId }, places)).map((line) => [line.place, line]),
  );
  const byId = new Map(
    (await findBankQuestions(trx, tenantId, ids))
      .filter(({ id }) => !hidden.has(id))
      .map((one) => [one.id, one]),
  );
  return lines.map(({ place, version, at, draft, problems, decision, flagged, twins: found }) => ({
    place,
    version,
    at,
    question: draft,
    problems: problems.map((code) => ({ code, message: sentenceOf(code) })),
    twins: found.flatMap(({ kind, place: other, questionId }): LineReply['twins'] => {
      const line = other === null ? undefined : byPlace.get(other);
      if (line) return [{ kind, place: line.place, at: line.at, questionId: null, question: line.draft }];
      const question = questionId === null ? undefined : byId.get(questionId);
      return question ? [{ kind, place: null, at: null, questionId, question: contentOf(question) }] : [];
    }),
    decision,
    flagged,
  }));
}

function sentenceOf(code: string): string {
  return Object.hasOwn(questionProblemSentences, code)
    ? questionProblemSentences[code as QuestionProblemCode]
    : code;
}

/** What a question says, and nothing of its place in the bank. */
export function contentOf({
  type,
  stem,
  options,
  key,
  explanation,
  source,
  topic,
  difficulty,
}: QuestionContent): QuestionContent {
  return { type, stem, options, key, explanation, source, topic, difficulty };
}
