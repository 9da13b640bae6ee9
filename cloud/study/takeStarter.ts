import { AppError } from '../appError';
import { demoPieces } from '../database/demo/content/content';
import { contentOf } from '../database/demo/demoContent';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { findPlace } from '../roster/placeRepository';
import { takeOver } from './takeOver';

/**
 * Takes pieces of the starter content over, as if the actor had written and handed them in: nobody reads one before
 * the bureau's second person has reviewed it. What is there already is left out, also when two people take at once.
 * Refused: `bad_input` (a key that is none).
 */
export const takeStarter = memberUseCase('study.takeStarter')({
  policy: whoeverMay('study.write'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => hatFor(actor, 'study.write', place),
  run: async (context, { keys }, place) => {
    const chosen = demoPieces.filter((piece) => keys.includes(piece.slug));
    if (chosen.length !== new Set(keys).size) throw new AppError('bad_input', 'keys');
    return takeOver(context, place, chosen.map(contentOf), '起步内容');
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
