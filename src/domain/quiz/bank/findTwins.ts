/** The same question, or nearly the same: another line by its index, or a question of the bank by its id. */
export interface FoundTwin {
  kind: 'same' | 'near';
  index: number | null;
  questionId: string | null;
}

/** A question of the bank in its form (`questionForm`). */
export interface BankForm {
  id: string;
  form: string;
}

/** The share of common grams from which on two questions are shown side by side: one word in a sentence changed. */
export const NEARLY = 0.8;
/** Side by side are shown at most so many. */
const MOST_TWINS = 3;
/** Candidates that one question is held against; only banks of one repeated sentence have more. */
const MOST_CANDIDATES = 200;
const GRAM = 3;

/** The grams of one form as numbers, rarest first; the smaller the number, the rarer. */
type Grams = readonly number[];

/**
 * For each line the questions that are the same (equal forms) or nearly the same (grams of three characters in common,
 * Jaccard at least `NEARLY`): earlier lines and questions of the bank, the same ones first, at most three. Prefix
 * filtering keeps it near linear: two sets that are so alike share one of their rarest grams, so only those are looked
 * up. 3,000 lines against 50,000 questions take two to four seconds.
 */
export function findTwins(lines: readonly string[], bank: readonly BankForm[]): FoundTwin[][] {
  const numbers = numbersOf(lines);
  const sets = lines.map((form) => gramsOf(form, numbers));
  const index = new RareGrams(sets);
  const twins: FoundTwin[][] = lines.map(() => []);
  const add = (at: number, twin: FoundTwin) => {
    const found = twins[at];
    if (!found) return;
    if (twin.kind === 'same') found.splice(found.filter(({ kind }) => kind === 'same').length, 0, twin);
    else found.push(twin);
    found.splice(MOST_TWINS);
  };

  const firstOf = new Map<string, number>();
  const linesOf = new Map<string, number[]>();
  for (const [at, form] of lines.entries()) {
    const first = firstOf.get(form);
    if (first === undefined) firstOf.set(form, at);
    else add(at, { kind: 'same', index: first, questionId: null });
    linesOf.set(form, [...(linesOf.get(form) ?? []), at]);
    for (const near of index.nearTo(sets[at]?.known ?? [], sets[at]?.size ?? 0))
      if (near < at && lines[near] !== form) add(at, { kind: 'near', index: near, questionId: null });
  }
  for (const { id, form } of bank) {
    for (const at of linesOf.get(form) ?? []) add(at, { kind: 'same', index: null, questionId: id });
    const { known, size } = gramsOf(form, numbers);
    for (const at of index.nearTo(known, size))
      if (lines[at] !== form) add(at, { kind: 'near', index: null, questionId: id });
  }
  return twins;
}

/** The lines by their rarest grams. */
class RareGrams {
  private readonly byGram = new Map<number, number[]>();

  constructor(private readonly sets: readonly { known: Grams; size: number }[]) {
    for (const [at, { known, size }] of sets.entries())
      for (const gram of known.slice(0, prefixOf(size))) {
        const there = this.byGram.get(gram);
        if (there) there.push(at);
        else this.byGram.set(gram, [at]);
      }
  }

  /** The lines that are nearly `size` grams, of which those in `known` occur in some line. */
  nearTo(known: Grams, size: number): number[] {
    // Grams of no line are the rarest of all and come first.
    const prefix = known.slice(0, Math.max(0, prefixOf(size) - (size - known.length)));
    const candidates = new Set<number>();
    for (const gram of prefix)
      for (const at of this.byGram.get(gram) ?? []) {
        candidates.add(at);
        if (candidates.size >= MOST_CANDIDATES) return this.verified(candidates, known, size);
      }
    return this.verified(candidates, known, size);
  }

  private verified(candidates: ReadonlySet<number>, known: Grams, size: number): number[] {
    return [...candidates].filter((at) => {
      const other = this.sets[at];
      if (!other || Math.min(size, other.size) < NEARLY * Math.max(size, other.size)) return false;
      const common = inCommon(known, other.known);
      return common >= NEARLY * (size + other.size - common);
    });
  }
}

/** How many of the rarest grams of a set of `size` two sets that are nearly the same cannot all differ in. */
function prefixOf(size: number): number {
  return size - Math.ceil(NEARLY * size) + 1;
}

/** Every gram of the lines by how many of them have it, the rarest first. */
function numbersOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of lines) for (const gram of gramSet(form)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const rarestFirst = [...counts].sort(
    ([one, count], [other, otherCount]) => count - otherCount || (one < other ? -1 : 1),
  );
  return new Map(rarestFirst.map(([gram], number) => [gram, number]));
}

function gramsOf(form: string, numbers: ReadonlyMap<string, number>): { known: Grams; size: number } {
  const grams = gramSet(form);
  const known: number[] = [];
  for (const gram of grams) {
    const number = numbers.get(gram);
    if (number !== undefined) known.push(number);
  }
  return { known: known.sort((one, other) => one - other), size: grams.size };
}

function gramSet(form: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= form.length; at += 1) grams.add(form.slice(at, at + GRAM));
  if (grams.size === 0 && form !== '') grams.add(form);
  return grams;
}

/** Both in ascending order. */
function inCommon(one: Grams, other: Grams): number {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const left = one[a] ?? 0;
    const right = other[b] ?? 0;
    if (left === right) common += 1;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return common;
}
