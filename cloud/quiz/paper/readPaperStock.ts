import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { findPlace } from '../../roster/placeRepository';
import { findPaperCandidates } from './paperRepository';

/** How many questions a paper of an organisation can ask, by topic and type. */
export const readPaperStock = memberUseCase('quiz.readPaperStock')({
  policy: mayMakePapers,
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: mayMakePaper,
  run: async ({ trx, actor, now }, _input, place) => {
    const candidates = await findPaperCandidates(trx, actor.tenantId, {
      organisationIds: place.organisationPath.split('/').filter(Boolean),
      paperId: null,
      today: actor.today,
      now,
    });
    const topics = new Map<string, { single: number; multiple: number; trueFalse: number; blank: number }>();
    for (const { topic, type } of candidates) {
      const counts = topics.get(topic) ?? { single: 0, multiple: 0, trueFalse: 0, blank: 0 };
      counts[type] += 1;
      topics.set(topic, counts);
    }
    return {
      topics: [...topics]
        .map(([topic, counts]) => ({ topic, counts }))
        .sort((a, b) => a.topic.localeCompare(b.topic, 'zh')),
    };
  },
});
