/** What a check says of a text: nothing found; a person should look; it must be changed before anybody reads it. */
export type TextVerdict = 'pass' | 'review' | 'risky';

const severity: Record<TextVerdict, number> = { pass: 0, review: 1, risky: 2 };

/** A verdict with its sentence for the reviewer. */
export interface TextFinding {
  verdict: TextVerdict;
  /** Chinese, no full stop at its end; empty for `pass`. */
  note: string;
}

/** The graver of two findings; of two alike the first. */
export function graver(one: TextFinding, other: TextFinding): TextFinding {
  return severity[other.verdict] > severity[one.verdict] ? other : one;
}
