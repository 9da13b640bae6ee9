import type { Context } from '../../operation';
import { findChangeToCheck } from '../../study/law/findChangeToCheck';
import { awaitChange, findCitedLaws } from './questionLawRepository';

/** Has questions that were just reviewed, but rest on an older version of a law that has changed, wait for their check. */
export async function awaitLawChecks(
  context: Pick<Context, 'trx' | 'actor'>,
  questionIds: readonly string[],
): Promise<void> {
  const { trx, actor } = context;
  const outdated: { title: string; versionOn: string | null; changeId: string }[] = [];
  for (const cited of await findCitedLaws(trx, actor.tenantId, questionIds)) {
    const changeId = await findChangeToCheck(context, { ...cited, article: '', url: null, checkedOn: null });
    if (changeId !== null) outdated.push({ ...cited, changeId });
  }
  if (outdated.length > 0) await awaitChange(trx, actor.tenantId, outdated, questionIds);
}
