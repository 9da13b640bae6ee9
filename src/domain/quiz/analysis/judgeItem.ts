/** From so many people up the keeper of the bank sees figures of a question (issue 4, "Practice"). */
export const FEWEST_ANALYSED = 20;

/** The share of the best (and worst) that tells items apart with the least error (Kelley, J. Educ. Psychology 30, 1939). */
export const UPPER_SHARE = 0.27;

/** What the figures of a question come to, in the order in which somebody should look at them. */
export const verdicts = ['likelyWrongKey', 'tooHard', 'weak', 'tooEasy', 'fine'] as const;

export type ItemVerdict = (typeof verdicts)[number];

/** The figures of a question that its verdict depends on. */
export interface ItemFigures {
  /** The share right, 0 to 1. */
  difficulty: number;
  /** Null when it is not known. */
  discrimination: number | null;
  /** The people that the discrimination is of. */
  measured: number;
  /** Whether the upper 27 % give one other answer more often than the key; null where answers are free texts. */
  prefersAnother: boolean | null;
}

/** Below it an item is poor and to be mended or left out (Ebel and Frisbie, Essentials of Educational Measurement, 1991, chapter 13). */
const WEAK_BELOW = 0.2;
/** Fewer right than by ticking one of four with closed eyes, and a little: nobody has learnt it. */
const TOO_HARD_BELOW = 0.3;
/** Nineteen of twenty right: there is nothing left to tell apart, whatever the discrimination says. */
const TOO_EASY_FROM = 0.95;
/** One in twenty by chance: the normal deviate of a one-sided test at 5 %. */
const ONE_SIDED_5 = 1.645;

/**
 * The verdict on a question.
 *
 * A key is probably wrong when those who are right elsewhere fail it: the discrimination is negative beyond chance (a
 * correlation of nothing has the standard error 1/sqrt(n-1), so that one sound question in twenty gets so far), and the
 * best 27 % prefer one other answer to the key. A question that everybody guesses at fulfils the second easily and the
 * first seldom; a hard one that catches the hasty fulfils the first and not the second.
 */
export function judgeItem({
  difficulty,
  discrimination,
  measured,
  prefersAnother,
}: ItemFigures): ItemVerdict {
  const isAgainst = discrimination !== null && discrimination < -ONE_SIDED_5 / Math.sqrt(measured - 1);
  if (isAgainst && prefersAnother !== false) return 'likelyWrongKey';
  if (difficulty < TOO_HARD_BELOW) return 'tooHard';
  if (difficulty >= TOO_EASY_FROM) return 'tooEasy';
  return discrimination !== null && discrimination < WEAK_BELOW ? 'weak' : 'fine';
}
