import type { HandOverPart } from '../roster/handOverPart';
import { countPieces } from './handOverRepository';

/** Pieces belong to the organisation, so they go on under whoever holds the post: authors stay on record as they were. */
export const studyHandOver: readonly HandOverPart[] = [
  {
    act: 'study.write',
    what: '没有写完或退回的篇目',
    size: (trx, tenantId, organisationId) =>
      countPieces(trx, tenantId, organisationId, ['draft', 'returned']),
  },
  {
    act: 'study.review',
    what: '等待审核的篇目',
    size: (trx, tenantId, organisationId) => countPieces(trx, tenantId, organisationId, ['submitted']),
  },
  {
    act: 'study.schedule',
    what: '审好了还没有排上日子的篇目',
    size: (trx, tenantId, organisationId) => countPieces(trx, tenantId, organisationId, ['approved']),
  },
];
