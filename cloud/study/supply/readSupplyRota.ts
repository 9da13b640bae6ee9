import { weekOf } from '../../../src/domain/calendar/weekOf';
import { countStock, firstGap } from '../../../src/domain/study/stock';
import { canSupply } from '../../../src/domain/study/supply/canSupply';
import { workingWeeks } from '../../../src/domain/study/supply/layInTurn';
import { loadEdits } from '../../calendar/loadEdits';
import { type Context, memberUseCase } from '../../operation';
import { maySeeOnDesk } from '../../policies/study';
import { answersFor, mayLaySupplyAt, maySupply } from '../../policies/supply';
import { listPlaces, type RosterPlace } from '../../roster/placeRepository';
import { findLaid } from '../deskRepository';
import { findSupplied, findTurns, type SupplyTurn } from './supplyRepository';
import { publisherOf, supplierOf } from './supplySubject';
import { findSwaps } from './supplySwapRepository';

/** Half a year of weeks to choose from. */
const WEEKS_AHEAD = 26;

/**
 * Whose week it is to supply pieces, from this week on: the rotas that the reader lays, with stock and free weeks, and
 * those in which an organisation that the reader answers for has a turn. Pieces written for a week are named to those
 * who see them on the desk. Nothing adds up who has supplied how much.
 */
export const readSupplyRota = memberUseCase('study.supplyRota')({
  policy: maySupply,
  run: async (context) => {
    const { trx, actor } = context;
    const { tenantId, today } = actor;
    const places = await listPlaces(trx, tenantId);
    const laidBy = places.filter(
      (place) => mayLaySupplyAt(actor, place) && places.some((one) => canSupply(one, place)),
    );
    const turns = await findTurns(trx, tenantId, {
      publisherIds: laidBy.map((place) => place.organisationId),
      supplierIds: places.filter((place) => answersFor(actor, place)).map((place) => place.organisationId),
      from: weekOf(today).from,
    });
    const turnIds = turns.map(({ id }) => id);
    const supplied = await findSupplied(trx, tenantId, turnIds);
    const swaps = await findSwaps(trx, tenantId, turnIds);
    return {
      turns: turns.map((turn) => ({
        id: turn.id,
        publisher: { id: turn.publisherId, name: turn.publisherName },
        supplier: { id: turn.supplierId, name: turn.supplierName },
        week: turn.week,
        mine: answersFor(actor, supplierOf(turn)) !== null,
        mayLay: mayLaySupplyAt(actor, publisherOf(turn)) !== null,
        version: turn.version,
        pieces: supplied
          .filter((piece) => piece.turnId === turn.id && Boolean(maySeeOnDesk(actor, piece)))
          .map(({ id, title, state }) => ({ id, title, state })),
      })),
      swaps: swaps.map(({ id, turnId, withTurnId, askingId, askingPath, askedId, askedPath }) => ({
        id,
        turnId,
        withTurnId,
        toAnswer: answersFor(actor, { organisationId: askedId, organisationPath: askedPath }) !== null,
        toTakeBack: answersFor(actor, { organisationId: askingId, organisationPath: askingPath }) !== null,
      })),
      layFor: await rotasOf(context, laidBy, places, turns),
    };
  },
});

/** The rotas that the reader lays, with what laying needs to know. */
async function rotasOf(
  { trx, actor, now }: Context,
  publishers: readonly RosterPlace[],
  places: readonly RosterPlace[],
  turns: readonly SupplyTurn[],
) {
  if (publishers.length === 0) return [];
  const { tenantId, today } = actor;
  const year = Number(today.slice(0, 4));
  const edits = await loadEdits(trx, tenantId, year, year + 1);
  const weeks = workingWeeks(weekOf(today).from, WEEKS_AHEAD, edits);
  // The bureau's pieces cover the days of a branch too (readDesk).
  const bureau = places.filter(({ level }) => level === 'organCommittee' || level === 'leadingGroup');
  const covering = [...new Set([...publishers, ...bureau].map((place) => place.organisationId))];
  const laid = await findLaid(trx, tenantId, covering, today);
  return publishers.map((publisher) => {
    const { organisationId: id, name } = publisher;
    const covers = [id, ...bureau.map((place) => place.organisationId)];
    const covered = new Set(
      laid.filter((piece) => covers.includes(piece.organisationId)).map((piece) => piece.publishOn),
    );
    const taken = new Set(turns.filter((turn) => turn.publisherId === id).map((turn) => turn.week));
    return {
      id,
      name,
      stockWorkdays: countStock(now, covered, edits),
      gap: firstGap(now, covered, edits),
      suppliers: places
        .filter((place) => canSupply(place, publisher))
        .map((place) => ({ id: place.organisationId, name: place.name })),
      freeWeeks: weeks.filter((week) => !taken.has(week)),
    };
  });
}
