import { grade } from '../../src/domain/quiz/grade';
import { readingMinutes } from '../../src/domain/study/textLength';
import type { StoredCheck } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import { findPieceTarget, findSeriesTarget } from './targetRepository';

/** What a study task points at. */
export interface TargetRef {
  kind: 'piece' | 'series';
  id: string;
}

/** What a task needs to know of what it asks to study. */
export interface StudyTarget {
  title: string;
  readingMinutes: number;
  /** Self-check questions that can be asked; a series has none of its own. */
  checkCount: number;
  /** True when every question has a right answer, in their order. What was answered is not kept. */
  areRight(answers: readonly (readonly number[])[]): boolean;
}

/**
 * Something published that everybody under `organisationIds` may read (the organisation a task is for and all above
 * it), or null. For the capability `task`.
 */
export async function findStudyTarget(
  trx: Transaction,
  tenantId: string,
  target: TargetRef,
  { organisationIds, now }: { organisationIds: readonly string[]; now: Date },
): Promise<StudyTarget | null> {
  const where = { organisationIds, now };
  if (target.kind === 'series') {
    const series = await findSeriesTarget(trx, tenantId, { seriesId: target.id, ...where });
    return (
      series && {
        title: series.title,
        readingMinutes: readingMinutes(series.length),
        checkCount: 0,
        areRight: () => true,
      }
    );
  }
  const piece = await findPieceTarget(trx, tenantId, { pieceId: target.id, ...where });
  return (
    piece && {
      title: piece.title,
      readingMinutes: readingMinutes(piece.length),
      checkCount: piece.checks.length,
      areRight: (answers) => areRight(piece.checks, answers),
    }
  );
}

function areRight(checks: readonly StoredCheck[], answers: readonly (readonly number[])[]): boolean {
  return checks.every((check, position) => {
    const grading = grade(check, answers[position] ?? []);
    return grading.kind === 'graded' && grading.correct;
  });
}
