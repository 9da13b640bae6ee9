/** Names under which connections keep the plans of statements. */
export interface StatementNames {
  /** The statement's name; null: not worth one. */
  of(sql: string): string | null;
  /** New names from now on: what is planned under the old ones is for an older schema. */
  renew(): void;
}

/** Names per connection at most; the program has about half as many statements that do not change their text. */
const MOST_NAMES = 500;
/** Texts remembered while waiting for their second time; a bulk insert of another length each time never has one. */
const MOST_SEEN_ONCE = 2_000;

/**
 * Gives a statement a name from its second time on. Bulk inserts and lists of changing length would otherwise leave
 * a plan behind for every length, on every connection, for ever. Pure but for its own memory, which is bounded.
 */
export function statementNames(): StatementNames {
  let generation = 0;
  let names = new Map<string, string>();
  let seenOnce = new Set<string>();
  return {
    of(sql) {
      const known = names.get(sql);
      if (known !== undefined) return known;
      if (!seenOnce.delete(sql)) {
        if (seenOnce.size >= MOST_SEEN_ONCE) seenOnce = new Set();
        seenOnce.add(sql);
        return null;
      }
      if (names.size >= MOST_NAMES) return null;
      const name = `s${generation}_${names.size}`;
      names.set(sql, name);
      return name;
    },
    renew() {
      generation += 1;
      names = new Map();
    },
  };
}

/** Names nothing: for a pooler that does not know named statements. */
export const noStatementNames: StatementNames = { of: () => null, renew: () => undefined };

/**
 * True for the refusal of a plan that an expanding migration has overtaken ("cached plan must not change result
 * type"). The whole transaction may be tried again; it then plans anew.
 */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: unknown; routine?: unknown };
  // feature_not_supported, raised where a cached plan is checked against the tables again (PostgreSQL's plancache.c)
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
