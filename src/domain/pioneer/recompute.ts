import { hundredths, isAttendanceEvent, pointsOfEvents, type SignedLine } from './attendance';
import type { PioneerScheme, SchemeItem } from './scheme';

/** A signed meeting that counts in the period. */
export interface SignedRecord {
  meetingId: string;
  heldOn: string;
  lines: readonly SignedLine[];
}

/** One row of the ledger of one period. */
export interface LedgerEntry {
  id: string;
  memberId: string;
  itemCode: string;
  dimension: string;
  points: number;
  occurredOn: string;
  sourceId: string;
  reversesId: string | null;
}

/** A running total as it is stored. */
export interface LedgerTotal {
  memberId: string;
  dimension: string;
  points: number;
}

/** What one person should have from one item of the scheme. */
export interface ExpectedScore {
  memberId: string;
  item: SchemeItem;
  events: readonly { sourceId: string; occurredOn: string }[];
  /** All events together. Which of the capped ones carries less depends on who signed first, their sum does not. */
  points: number;
}

/** Something in the ledger that the records do not bear out. */
export interface ScoreDifference {
  kind: 'missingEntry' | 'entryWithoutRecord' | 'wrongEntry' | 'wrongPoints' | 'wrongReversal' | 'wrongTotal';
  memberId: string;
  /** The meeting or, for sums and totals, the item or dimension. */
  about: string;
  expected: string;
  found: string;
}

/** What signed records make under a scheme: one element for each person and item with an event. */
export function expectedScores(scheme: PioneerScheme, records: readonly SignedRecord[]): ExpectedScore[] {
  const items = scheme.items.filter((item) => item.source === 'attendance');
  const events = new Map<string, { sourceId: string; occurredOn: string }[]>();
  for (const record of records) {
    for (const line of record.lines) {
      if (!isAttendanceEvent(scheme, line)) continue;
      const ofMember = events.get(line.memberId) ?? [];
      ofMember.push({ sourceId: record.meetingId, occurredOn: record.heldOn });
      events.set(line.memberId, ofMember);
    }
  }
  return [...events].flatMap(([memberId, ofMember]) =>
    items.map((item) => ({
      memberId,
      item,
      events: ofMember,
      points: pointsOfEvents(item, ofMember.length),
    })),
  );
}

/**
 * Recomputes one period and says everything that differs: entries missing, too
 * many, moved or of wrong points, reversals that do not undo what they name,
 * and running totals that are not the sum of the ledger. Empty means that every
 * point follows from a record (product.md D2).
 */
export function findDifferences(
  scheme: PioneerScheme,
  records: readonly SignedRecord[],
  ledger: { entries: readonly LedgerEntry[]; totals: readonly LedgerTotal[] },
): ScoreDifference[] {
  const originals = ledger.entries.filter((entry) => entry.reversesId === null);
  return [
    ...compareEntries(expectedScores(scheme, records), originals),
    ...compareReversals(ledger.entries),
    ...compareTotals(ledger.entries, ledger.totals),
  ];
}

function compareEntries(
  expected: readonly ExpectedScore[],
  originals: readonly LedgerEntry[],
): ScoreDifference[] {
  const differences: ScoreDifference[] = [];
  const unexplained = new Map(
    originals.map((entry) => [keyOf(entry.memberId, entry.itemCode, entry.sourceId), entry]),
  );
  for (const { memberId, item, events, points } of expected) {
    const found: LedgerEntry[] = [];
    for (const event of events) {
      const key = keyOf(memberId, item.code, event.sourceId);
      const entry = unexplained.get(key);
      unexplained.delete(key);
      if (!entry) {
        differences.push({
          kind: 'missingEntry',
          memberId,
          about: event.sourceId,
          expected: item.code,
          found: '',
        });
        continue;
      }
      found.push(entry);
      const should = `${item.dimension} ${event.occurredOn}`;
      const is = `${entry.dimension} ${entry.occurredOn}`;
      if (should !== is) {
        differences.push({
          kind: 'wrongEntry',
          memberId,
          about: event.sourceId,
          expected: should,
          found: is,
        });
      }
      if (entry.points < 0 || entry.points > item.points) {
        differences.push({
          kind: 'wrongPoints',
          memberId,
          about: event.sourceId,
          expected: `0..${item.points}`,
          found: String(entry.points),
        });
      }
    }
    const sum = sumOf(found);
    if (found.length === events.length && sum !== points) {
      differences.push({
        kind: 'wrongPoints',
        memberId,
        about: item.code,
        expected: String(points),
        found: String(sum),
      });
    }
  }
  for (const entry of unexplained.values()) {
    differences.push({
      kind: 'entryWithoutRecord',
      memberId: entry.memberId,
      about: entry.sourceId,
      expected: '',
      found: `${entry.itemCode} ${entry.points}`,
    });
  }
  return differences;
}

function compareReversals(entries: readonly LedgerEntry[]): ScoreDifference[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry): ScoreDifference[] => {
    if (entry.reversesId === null) return [];
    const original = byId.get(entry.reversesId);
    const should = original && describe({ ...original, points: hundredths(-original.points) });
    if (original?.reversesId === null && should === describe(entry)) return [];
    return [
      {
        kind: 'wrongReversal',
        memberId: entry.memberId,
        about: entry.reversesId,
        expected: should ?? '',
        found: describe(entry),
      },
    ];
  });
}

function compareTotals(entries: readonly LedgerEntry[], totals: readonly LedgerTotal[]): ScoreDifference[] {
  const members = new Map<
    string,
    { memberId: string; dimension: string; sum: number; stored: number | null }
  >();
  for (const { memberId, dimension, points } of entries) {
    const key = keyOf(memberId, dimension);
    const sum = hundredths((members.get(key)?.sum ?? 0) + points);
    members.set(key, { memberId, dimension, sum, stored: null });
  }
  for (const { memberId, dimension, points } of totals) {
    const key = keyOf(memberId, dimension);
    members.set(key, { memberId, dimension, sum: members.get(key)?.sum ?? 0, stored: points });
  }
  return [...members.values()].flatMap(({ memberId, dimension, sum, stored }): ScoreDifference[] =>
    stored === sum
      ? []
      : [
          {
            kind: 'wrongTotal',
            memberId,
            about: dimension,
            expected: String(sum),
            found: stored === null ? '' : String(stored),
          },
        ],
  );
}

function describe(entry: LedgerEntry): string {
  return [entry.memberId, entry.itemCode, entry.dimension, entry.sourceId, entry.points].join(' ');
}

function sumOf(entries: readonly LedgerEntry[]): number {
  return hundredths(entries.reduce((sum, entry) => sum + entry.points, 0));
}

function keyOf(...parts: string[]): string {
  return parts.join('|');
}
