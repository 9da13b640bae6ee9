import { mockExam } from '../../../src/domain/quiz/practice/mockExam';
import type { Transaction } from '../../database/tenantTransaction';
import { findPaper } from './paperRepository';

/** What a study task needs to know of a paper. */
export interface PaperTarget {
  title: string;
  /** The paper's own time, or a minute and a half for each question. */
  minutes: number;
}

/** Minutes that one question takes, as a mock exam allows. */
const MINUTES_EACH = mockExam.minutes / Object.values(mockExam.shares).reduce((sum, count) => sum + count, 0);

/**
 * A published paper on phones of one of `organisationIds` (whom a task is for and all above) or null; `isNew`: only one
 * that is not closed yet. For the capability `task`.
 */
export async function findPaperTarget(
  trx: Transaction,
  tenantId: string,
  paperId: string,
  { organisationIds, now, isNew = false }: { organisationIds: readonly string[]; now: Date; isNew?: boolean },
): Promise<PaperTarget | null> {
  const paper = await findPaper(trx, tenantId, paperId);
  if (paper?.state !== 'published' || paper.way === 'projected') return null;
  if (!organisationIds.includes(paper.organisationId)) return null;
  if (isNew && (!paper.closesAt || paper.closesAt <= now)) return null;
  return { title: paper.title, minutes: paper.minutes ?? Math.ceil(paper.size * MINUTES_EACH) };
}
