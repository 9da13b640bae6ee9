import { isPublished } from '../../src/domain/study/publishing';
import { memberUseCase } from '../operation';
import { mayLayAt, maySeeRota } from '../policies/lecture';
import { anyMember } from '../policies/membership';
import { findLecturePlaces, findOwnLectures, findTurns } from './lectureRepository';
import { findSwapsOf } from './swapRepository';

/**
 * Who speaks when, from today on: the rotas of the organisations that the member belongs to, and of those where the
 * member lays turns; with the swaps that wait for the member or for the other.
 */
export const readRota = memberUseCase('lecture.rota')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const { tenantId, memberId } = actor;
    const places = (await findLecturePlaces(trx, tenantId)).filter((place) => maySeeRota(actor, place));
    const turns = await findTurns(
      trx,
      tenantId,
      places.map((place) => place.organisationId),
      actor.today,
    );
    const swaps = await findSwapsOf(
      trx,
      tenantId,
      memberId,
      turns.map((turn) => turn.id),
    );
    const speaks = turns.some((turn) => turn.speakerId === memberId);
    return {
      turns: turns.map((turn) => ({
        id: turn.id,
        organisationId: turn.organisationId,
        organisationName: turn.organisationName,
        day: turn.day,
        speaker: { id: turn.speakerId, name: turn.speakerName },
        mine: turn.speakerId === memberId,
        topic: turn.topic,
        outline: turn.outline,
        piece: turn.pieceId
          ? {
              id: turn.pieceId,
              title: turn.pieceTitle ?? '',
              open: turn.pieceState === 'approved' && isPublished(turn.piecePublishAt, now),
            }
          : null,
        version: turn.version,
        mayLay: mayLayAt(actor, turn) !== null,
      })),
      swaps: swaps.map(({ id, turnId, withTurnId, askedByName, askedOf }) => ({
        id,
        turnId,
        withTurnId,
        askedByName,
        toAnswer: askedOf === memberId,
      })),
      layFor: places
        .filter((place) => mayLayAt(actor, place))
        .map(({ organisationId, name }) => ({ id: organisationId, name })),
      ownPieces: speaks ? await findOwnLectures(trx, tenantId, memberId) : [],
    };
  },
});
