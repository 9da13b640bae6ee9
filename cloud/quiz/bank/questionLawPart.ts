import { changeToCheck, restsOnOlder } from '../../../src/domain/study/law/lawChange';
import type { Context } from '../../operation';
import { listPlaces } from '../../roster/placeRepository';
import type { LawPart } from '../../study/law/lawPart';
import { awaitChange, findCitedLaws, releaseChange } from './questionLawRepository';
import { tellReviewers } from './tellReviewers';

/** Reviewed questions: while they wait they are not asked; drafts are looked at when they are reviewed. */
export const questionLawPart: LawPart = {
  propose: async (context, change) => {
    const { trx, actor } = context;
    const cited = (await findCitedLaws(trx, actor.tenantId))
      .filter((source) => restsOnOlder(source, change))
      .map((source) => ({ ...source, changeId: change.id }));
    const waiting = await awaitChange(trx, actor.tenantId, cited);
    await tell(context, waiting, (count) => `${count} 道题依据的《${change.title}》有变化，请核对`);
    return waiting.length;
  },
  takeBack: async (context, change, others) => {
    const { trx, actor } = context;
    const cited = (await findCitedLaws(trx, actor.tenantId))
      .filter((source) => restsOnOlder(source, change))
      .map((source) => ({ ...source, nextChangeId: changeToCheck(source, others)?.id ?? null }));
    const touched = await releaseChange(trx, actor.tenantId, change.id, cited);
    const released = touched.filter(({ isReleased }) => isReleased);
    await tell(
      context,
      released,
      (count) => `《${change.title}》的变化是标错的，已经收回，${count} 道题不用核对了`,
    );
    return released.length;
  },
};

async function tell(
  context: Context,
  questions: readonly { organisationId: string }[],
  say: (count: number) => string,
): Promise<void> {
  for (const place of await listPlaces(context.trx, context.actor.tenantId)) {
    const count = questions.filter(({ organisationId }) => organisationId === place.organisationId).length;
    if (count > 0) await tellReviewers(context, place, say(count), 'deskBank');
  }
}
