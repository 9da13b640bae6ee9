import type { ResolveFaultSubject } from '../feedback/faultSubject';
import { readerOf } from './reader';
import { findPublished } from './readingRepository';

/** A piece that the member can read now; kept by the organisation that published it. */
export const pieceFaultSubject: ResolveFaultSubject = async ({ trx, actor, now }, pieceId) =>
  findPublished(trx, readerOf(actor, now), pieceId);
