import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { weekOf } from '../../../src/domain/calendar/weekOf';
import { canSupply } from '../../../src/domain/study/supply/canSupply';
import { layInTurn, workingWeeks } from '../../../src/domain/study/supply/layInTurn';
import { AppError } from '../../appError';
import { loadEdits } from '../../calendar/loadEdits';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayLaySupplyAt } from '../../policies/supply';
import { findPlace, listPlaces } from '../../roster/placeRepository';
import { lockPlace } from '../deskRepository';
import { findLaidWeeks, insertTurns } from './supplyRepository';
import { tellSupplier, toldUntil } from './tellSupplier';

/**
 * Lays the supply rota: of the `weeks` working weeks from `from` on, those that nobody has yet go to the suppliers in
 * turn (layInTurn). Refused: `day_in_past`, `weeks_all_laid`, `bad_input` for a `from` that is no Monday or an
 * organisation that does not lie below the publisher. The officers of each supplier are told once.
 */
export const laySupply = memberUseCase('study.laySupply')({
  policy: whoeverMay('study.write'),
  subject: async ({ trx, actor }, { organisationId }) => {
    const publisher = await findPlace(trx, actor.tenantId, organisationId);
    return publisher ?? null;
  },
  subjectPolicy: (actor, publisher) => mayLaySupplyAt(actor, publisher),
  run: async (context, { from, weeks, supplierIds }, publisher) => {
    const { trx, actor, newId } = context;
    const { tenantId, today } = actor;
    const thisWeek = weekOf(today).from;
    if (weekOf(from).from !== from) throw new AppError('bad_input', 'from');
    if (from < thisWeek) throw new AppError('day_in_past');
    const places = await listPlaces(trx, tenantId);
    const suppliers = [...new Set(supplierIds)].map((id) =>
      places.find((place) => place.organisationId === id && canSupply(place, publisher)),
    );
    // Two who lay at once go one after the other, and the second finds what the first has laid.
    await lockPlace(trx, tenantId, publisher.organisationId);
    const year = Number(from.slice(0, 4));
    const edits = await loadEdits(trx, tenantId, year, year + 1);
    const given = layInTurn(
      workingWeeks(from, weeks, edits),
      suppliers.map((place) => {
        if (!place) throw new AppError('bad_input', 'supplierIds');
        return place.organisationId;
      }),
      await findLaidWeeks(trx, tenantId, publisher.organisationId),
    );
    if (given.length === 0) throw new AppError('weeks_all_laid');
    const turns = given.map(({ week, supplierId }) => ({
      id: newId(),
      publisherId: publisher.organisationId,
      supplierId,
      week,
      isTold: week <= toldUntil(today),
      laidBy: actor.memberId,
    }));
    await insertTurns(trx, tenantId, turns);
    for (const place of suppliers) {
      const first = place && given.find((one) => one.supplierId === place.organisationId);
      if (!first) continue;
      const text = `晨学轮值供稿排好了：${sayWeek(first.week)}请${place.name}供稿`;
      await tellSupplier(context, { place, today, except: actor.memberId }, text);
    }
    return { turnIds: turns.map(({ id }) => id) };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
