import { memberUseCase } from '../operation';
import { mayLayAt } from '../policies/lecture';
import { whoeverMay } from '../policies/membership';
import { findLecturePlace, findSpeakers } from './lectureRepository';

/** Who may be asked to speak: those who belong to the organisation today, by name. For whoever lays its turns. */
export const readSpeakers = memberUseCase('lecture.speakers')({
  policy: whoeverMay('lecture.lay'),
  subject: ({ trx, actor }, { organisationId }) => findLecturePlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => mayLayAt(actor, place),
  run: async ({ trx, actor }, { organisationId }) => ({
    speakers: await findSpeakers(trx, actor.tenantId, organisationId, actor.today),
  }),
});
