import type { PreviewLine } from '../../../src/domain/quiz/bank/bankLines';
import { type FoundTwin, findTwins } from '../../../src/domain/quiz/bank/findTwins';
import { keyForm, questionForm } from '../../../src/domain/quiz/bank/questionForm';
import { questionWords } from '../../../src/domain/quiz/bank/questionWords';
import type { Context } from '../../operation';
import { hiddenKeys } from './hiddenKeys';
import type { LineRecord } from './lineRepository';
import { findForms, findSameForms } from './questionRepository';

/** The bank that a file is held against: the newest 50,000 (issue 4 measures a sheet of as many rows). */
const MOST_COMPARED = 50_000;

/** The organisations whose questions people there are asked: itself and all above. */
export function organisationsAbove({ organisationPath }: { organisationPath: string }): string[] {
  return organisationPath.split('/').filter(Boolean);
}

/**
 * Lines ready to be stored: with their twins in the files and in the bank. What is the same as an earlier line or as a
 * question of the bank is left out unless somebody takes it; two keys for the same question are a problem of all lines
 * that have them. A question of a paper that is not closed (`hiddenKeys`) is no twin of anything: its key would show.
 */
export async function withTwins(
  context: Pick<Context, 'trx' | 'actor' | 'now'>,
  organisation: { organisationPath: string },
  lines: readonly PreviewLine[],
): Promise<Omit<LineRecord, 'version'>[]> {
  const { trx, actor } = context;
  const { tenantId } = actor;
  const above = organisationsAbove(organisation);
  const forms = lines.map(({ draft }) => questionForm(draft));
  const all = findTwins(forms, await findForms(trx, tenantId, above, MOST_COMPARED));
  const hidden = await hiddenKeys(
    context,
    all.flat().flatMap(({ questionId }) => questionId ?? []),
  );
  const twins = all.map((found) => found.filter(({ questionId }) => !hidden.has(questionId ?? '')));
  const keys = new Map<string, Set<string>>();
  const say = (form: string, key: string | null) => {
    if (key !== null) keys.set(form, (keys.get(form) ?? new Set()).add(key));
  };
  for (const [at, { draft, problems }] of lines.entries())
    if (problems.length === 0) say(forms[at] ?? '', keyForm(draft));
  const inBank = forms.filter((_, at) => twins[at]?.some(isSameInBank));
  for (const question of await findSameForms(trx, tenantId, above, [...new Set(inBank)]))
    say(question.plain, keyForm(question));
  return lines.map(({ at, draft, problems }, index) => {
    const plain = forms[index] ?? '';
    const found = twins[index] ?? [];
    const disagrees = problems.length === 0 && (keys.get(plain)?.size ?? 0) > 1;
    const isSame = found.some(({ kind }) => kind === 'same');
    return {
      place: index + 1,
      at,
      draft,
      plain,
      problems: disagrees ? ['twin_other_key'] : problems,
      twins: found.map(({ kind, index: other, questionId }) => ({
        kind,
        place: other === null ? null : other + 1,
        questionId,
      })),
      decision: isSame && !disagrees ? 'leave' : 'take',
      flagged: disagrees || problems.length > 0 || questionWords(draft).verdict !== 'pass',
    };
  });
}

function isSameInBank({ kind, questionId }: FoundTwin): boolean {
  return kind === 'same' && questionId !== null;
}
