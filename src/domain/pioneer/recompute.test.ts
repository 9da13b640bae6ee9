import { demoScheme } from './demoScheme';
import { expectedScores, findDifferences, type LedgerEntry, type SignedRecord } from './recompute';

const scheme = demoScheme('2026-01-01');
const record = (number: number, states: Record<string, 'present' | 'late' | 'absent'>): SignedRecord => ({
  meetingId: `meeting${number}`,
  heldOn: `2026-09-${String(number).padStart(2, '0')}`,
  lines: Object.entries(states).map(([memberId, state]) => ({
    memberId,
    state,
    suspended: false,
    classes: ['full'],
  })),
});
const entry = (number: number, memberId: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: `entry${number}${memberId}`,
  memberId,
  itemCode: 'attendance',
  dimension: 'discipline',
  points: 2,
  occurredOn: `2026-09-${String(number).padStart(2, '0')}`,
  sourceId: `meeting${number}`,
  reversesId: null,
  ...change,
});
const total = (memberId: string, points: number) => ({ memberId, dimension: 'discipline', points });

const records = [
  record(1, { chen: 'present', ming: 'late' }),
  record(2, { chen: 'present', ming: 'absent' }),
];
const entries = [entry(1, 'chen'), entry(2, 'chen'), entry(1, 'ming')];
const totals = [total('chen', 4), total('ming', 2)];

describe('recomputing a period', () => {
  it('expects two points for each meeting attended, on time or late', () => {
    expect(expectedScores(scheme, records).map(({ memberId, points }) => [memberId, points])).toEqual([
      ['chen', 4],
      ['ming', 2],
    ]);
  });

  it('finds nothing in a ledger that follows from the records', () => {
    expect(findDifferences(scheme, records, { entries, totals })).toEqual([]);
  });

  it.each([
    ['a deleted entry', entries.slice(1), [total('chen', 2), total('ming', 2)], ['missingEntry']],
    [
      'an added entry',
      [...entries, entry(9, 'ming')],
      [total('chen', 4), total('ming', 4)],
      ['entryWithoutRecord'],
    ],
    [
      'an entry for the absent',
      [...entries, entry(2, 'ming')],
      [total('chen', 4), total('ming', 4)],
      ['entryWithoutRecord'],
    ],
    [
      'an entry moved to another day',
      [entry(1, 'chen', { occurredOn: '2026-09-03' }), ...entries.slice(1)],
      totals,
      ['wrongEntry'],
    ],
    [
      'an entry moved to another dimension',
      [entry(1, 'chen', { dimension: 'work' }), ...entries.slice(1)],
      [total('chen', 2), { ...total('chen', 2), dimension: 'work' }, total('ming', 2)],
      ['wrongEntry'],
    ],
    [
      'points raised',
      [entry(1, 'chen', { points: 3 }), ...entries.slice(1)],
      [total('chen', 5), total('ming', 2)],
      ['wrongPoints', 'wrongPoints'],
    ],
    [
      'points lowered',
      [entry(1, 'chen', { points: 1.5 }), ...entries.slice(1)],
      [total('chen', 3.5), total('ming', 2)],
      ['wrongPoints'],
    ],
    ['a total raised', entries, [total('chen', 4.01), total('ming', 2)], ['wrongTotal']],
    ['a total lost', entries, [total('chen', 4)], ['wrongTotal']],
    ['a total of nothing', entries, [...totals, total('hong', 2)], ['wrongTotal']],
  ])('finds %s', (_, changedEntries, changedTotals, kinds) => {
    const found = findDifferences(scheme, records, { entries: changedEntries, totals: changedTotals });
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('accepts any of the capped lines carrying less, as long as the sum is the cap', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => record(index + 1, { chen: 'present' }));
    const lines = (empty: number) =>
      eleven.map((_, index) => entry(index + 1, 'chen', { points: index + 1 === empty ? 0 : 2 }));
    expect(findDifferences(scheme, eleven, { entries: lines(11), totals: [total('chen', 20)] })).toEqual([]);
    expect(findDifferences(scheme, eleven, { entries: lines(3), totals: [total('chen', 20)] })).toEqual([]);
    expect(findDifferences(scheme, eleven, { entries: lines(0), totals: [total('chen', 22)] })[0]?.kind).toBe(
      'wrongPoints',
    );
  });

  it('accepts a counter-entry that undoes its line exactly, and no other', () => {
    const reversal = (change: Partial<LedgerEntry>) =>
      entry(1, 'chen', { id: 'r', points: -2, reversesId: 'entry1chen', ...change });
    const after = [total('chen', 2), total('ming', 2)];
    const kinds = (change: Partial<LedgerEntry>, chen = 2) =>
      findDifferences(scheme, records, {
        entries: [...entries, reversal(change)],
        totals: [total('chen', chen), after[1]!],
      }).map(({ kind }) => kind);
    expect(kinds({})).toEqual([]);
    expect(kinds({ points: -1 }, 3)).toEqual(['wrongReversal']);
    expect(kinds({ reversesId: 'nothing' })).toEqual(['wrongReversal']);
    expect(kinds({ sourceId: 'meeting2' })).toEqual(['wrongReversal']);
  });
});
