import type { QuestionKind } from '../grade';
import { seededRank } from '../seededRank';

/** So many questions, of a topic or a type if one is named. */
export interface PaperPart {
  topic: string | null;
  type: QuestionKind | null;
  count: number;
}

/** A question that a paper may ask. */
export interface PaperCandidate {
  questionId: string;
  topic: string;
  type: QuestionKind;
}

/** The questions drawn part by part, or the first part (by its index) for which the bank has too few. */
export type Drawn =
  | { kind: 'drawn'; questionIds: string[] }
  | { kind: 'tooFew'; part: number; found: number };

/**
 * Draws the questions of a paper part by part in an order fixed by `seed`, never one of `taken` and never one twice.
 * A part that leaves the topic or the type open is drawn after those that do not, so that it does not take what they
 * need; the result keeps the order in which the parts were named.
 */
export function drawQuestions(
  seed: string,
  parts: readonly PaperPart[],
  candidates: readonly PaperCandidate[],
  taken: readonly string[] = [],
): Drawn {
  const ranked = candidates
    .map((one) => ({ ...one, rank: seededRank(`${seed}|${one.questionId}`) }))
    .sort((a, b) => a.rank - b.rank || (a.questionId < b.questionId ? -1 : 1));
  const used = new Set(taken);
  const drawn = parts.map((): string[] => []);
  const narrowFirst = parts
    .map((part, index) => ({ part, index, open: Number(part.topic === null) + Number(part.type === null) }))
    .sort((a, b) => a.open - b.open);
  for (const { part, index } of narrowFirst) {
    const fitting = ranked.filter(
      (one) =>
        !used.has(one.questionId) &&
        (part.topic === null || one.topic === part.topic) &&
        (part.type === null || one.type === part.type),
    );
    if (fitting.length < part.count) return { kind: 'tooFew', part: index, found: fitting.length };
    drawn[index] = fitting.slice(0, part.count).map((one) => one.questionId);
    for (const questionId of drawn[index] ?? []) used.add(questionId);
  }
  return { kind: 'drawn', questionIds: drawn.flat() };
}
