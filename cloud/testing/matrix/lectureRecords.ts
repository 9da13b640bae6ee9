import { addDays } from '../../../src/domain/calendar/shanghai';
import { insertTurn } from '../../lecture/lectureRepository';
import { insertSwap } from '../../swap/swapRepository';
import type { Scribe } from './scribe';

/** Turns (微党课) of a person, and questions about them. */
export interface OwnTurns {
  /** Nothing is asked about it by its speaker. */
  turn: string;
  /** Somebody else's turn on the same rota. */
  withTurn: string;
  /** A swap that the person has asked for, and one that the person is asked for. */
  askedSwap: string;
  swapToAnswer: string;
}

/** Adds a turn to a rota and returns its id. */
export async function addTurn(
  { trx, tenantId, newId, authorId }: Scribe,
  turn: { organisationId: string; speakerId: string; day: string },
): Promise<string> {
  const id = newId();
  await insertTurn(trx, tenantId, { ...turn, id, topic: '', laidBy: authorId });
  return id;
}

/** Adds turns and swaps of a person to the rota of `place`; who asks the person speaks on a day of its own for each. */
export async function addOwnTurns(
  scribe: Scribe,
  { memberId, loginName }: { memberId: string; loginName: string },
  { organisationId, turn: withTurn }: { organisationId: string; turn: string },
): Promise<OwnTurns> {
  const { trx, tenantId, newId, authorId, reviewerId } = scribe;
  const turn = await addTurn(scribe, { organisationId, speakerId: memberId, day: '2026-12-01' });
  const asking = await addTurn(scribe, { organisationId, speakerId: memberId, day: '2026-12-02' });
  const day = addDays('2027-01-01', Number(loginName.slice(1)));
  const theirs = await addTurn(scribe, { organisationId, speakerId: authorId, day });
  const [askedSwap, swapToAnswer] = [newId(), newId()];
  await insertSwap(trx, 'lecture_swap', tenantId, {
    id: askedSwap,
    turnId: asking,
    withTurnId: withTurn,
    askedBy: memberId,
    sides: { asked_of: reviewerId },
  });
  await insertSwap(trx, 'lecture_swap', tenantId, {
    id: swapToAnswer,
    turnId: theirs,
    withTurnId: turn,
    askedBy: authorId,
    sides: { asked_of: memberId },
  });
  return { turn, withTurn, askedSwap, swapToAnswer };
}
