import type { Transaction } from '../database/tenantTransaction';
import { findPaperTarget } from '../quiz/paper/paperTarget';
import { findStudyTarget, type StudyTarget, type TargetRef } from '../study/studyTarget';

/** What a task can ask for: something to read, or a paper to answer. */
export type TaskTarget = TargetRef | { kind: 'paper'; id: string };

/**
 * Something published that everybody under `organisationIds` may read or answer, or null. A paper has no self-check: it
 * is one, and what was answered in it is the member's own. `isNew`: to be asked for from now on, so a paper must still be
 * to be answered.
 */
export async function findTarget(
  trx: Transaction,
  tenantId: string,
  target: TaskTarget,
  where: { organisationIds: readonly string[]; now: Date; isNew?: boolean },
): Promise<StudyTarget | null> {
  if (target.kind !== 'paper')
    return findStudyTarget(trx, tenantId, { kind: target.kind, id: target.id }, where);
  const paper = await findPaperTarget(trx, tenantId, target.id, where);
  return (
    paper && {
      title: paper.title,
      readingMinutes: paper.minutes,
      checkCount: 0,
      areRight: () => true,
    }
  );
}
