import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { audienceOf } from '../policies/audience';
import { whoeverMay } from '../policies/membership';
import { mayPickPersonsAt, mayPublishAt } from '../policies/task';
import { listPlaces } from '../roster/placeRepository';
import { findTarget } from './findTarget';

/** What the form of a new task needs; a target that the reader cannot read is `not_found`. */
export const readForm = memberUseCase('task.form')({
  policy: whoeverMay('task.publish'),
  run: async ({ trx, actor, now }, { target }) => {
    const found = await findTarget(trx, actor.tenantId, target, {
      organisationIds: audienceOf(actor),
      now,
      isNew: true,
    });
    if (!found) throw new AppError('not_found');
    const organisations = await listPlaces(trx, actor.tenantId);
    return {
      title: found.title,
      readingMinutes: found.readingMinutes,
      mayAskSelfCheck: found.checkCount > 0,
      whom: organisations
        .filter((one) => mayPublishAt(actor, one))
        .map((one) => ({
          id: one.organisationId,
          name: one.name,
          level: one.level,
          mayPickPersons: mayPickPersonsAt(actor, one) !== null,
        })),
    };
  },
});
