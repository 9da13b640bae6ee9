import type { QuestionKind } from '../grade';

/** A question that an exam may ask. */
export interface ExamCandidate {
  questionId: string;
  type: QuestionKind;
}

/**
 * The fixed rule of a mock exam: 20 questions, half of them single, a quarter multiple, three true-false, two blanks
 * (the usual shape of the tests that the seeds' bureaus set), a minute and a half for each.
 */
export const mockExam = {
  minutes: 30,
  shares: { single: 10, multiple: 5, trueFalse: 3, blank: 2 },
} as const satisfies { minutes: number; shares: Record<QuestionKind, number> };

const typesInOrder = ['single', 'multiple', 'trueFalse', 'blank'] as const;
const SIZE = typesInOrder.reduce((sum, type) => sum + mockExam.shares[type], 0);

/**
 * The questions of one mock exam, type by type, from `candidates` in the order in which they are to be preferred. What
 * a type lacks is filled with the first unused ones of the others; fewer than 20 when the bank is smaller.
 */
export function pickMockExam(candidates: readonly ExamCandidate[]): string[] {
  const chosen = new Set<ExamCandidate>();
  for (const type of typesInOrder) {
    const ofType = candidates.filter((one) => one.type === type);
    for (const one of ofType.slice(0, mockExam.shares[type])) chosen.add(one);
  }
  for (const one of candidates) if (chosen.size < SIZE) chosen.add(one);
  const inOrder = [...chosen].sort((a, b) => typesInOrder.indexOf(a.type) - typesInOrder.indexOf(b.type));
  return [...new Set(inOrder.map((one) => one.questionId))];
}
