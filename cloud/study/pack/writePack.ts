import * as v from 'valibot';
import { ContentPack } from '../../../src/contract/pack';
import {
  MOST_PACK_BYTES,
  MOST_PACK_PIECES,
  PACK_FORMAT,
  PACK_VERSION,
  packBlocks,
} from '../../../src/domain/study/pack';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { hatFor, whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import type { PieceContent } from '../studyRepository';
import { findPackContents } from './packRepository';

/**
 * Makes a content pack of approved pieces and series of an organisation. Refused: `bad_input` (nothing chosen),
 * `not_found` (a piece or series of which nothing approved is there), `pack_too_large`.
 */
export const writePack = memberUseCase('study.writePack')({
  policy: whoeverMay('study.write'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => hatFor(actor, 'study.write', place),
  run: async ({ trx, actor }, { organisationId, pieceIds, seriesIds }, place) => {
    if (pieceIds.length + seriesIds.length === 0) throw new AppError('bad_input', 'pieceIds');
    const found = await findPackContents(trx, actor.tenantId, organisationId, {
      ...{ pieceIds, seriesIds },
      limit: MOST_PACK_PIECES + 1,
    });
    if (found.length > MOST_PACK_PIECES) throw new AppError('pack_too_large');
    const ids = new Set(found.flatMap(({ id, seriesId }) => [id, seriesId]));
    if (![...pieceIds, ...seriesIds].every((id) => ids.has(id))) throw new AppError('not_found');
    const pieces = found.map(packed);
    // What a pack would be refused for when it is read is found here, where it can still be mended.
    const pack = v.parse(ContentPack, {
      format: PACK_FORMAT,
      version: PACK_VERSION,
      title: place.name,
      pieces,
    });
    const content = Buffer.from(JSON.stringify(pack, null, 1));
    if (content.length > MOST_PACK_BYTES) throw new AppError('pack_too_large');
    return {
      name: '晨学内容包.json',
      mediaType: 'application/json',
      base64: content.toString('base64'),
      pieceCount: pieces.length,
      pictures: pieces.reduce((sum, piece) => sum + piece.pictures, 0),
      recordings: pieces.reduce((sum, piece) => sum + piece.recordings, 0),
    };
  },
});

function packed({ title, kind, topic, blocks, source, checks }: PieceContent) {
  return { title, kind, topic, ...packBlocks(blocks), source, checks };
}
