import notices from 'chinese-days/dist/chinese-days.json';
import fc from 'fast-check';
import { builtInSpecialDay, builtInYears, type SpecialDay } from './holidays';
import { addDays, weekday } from './shanghai';
import {
  type DayEdits,
  dayKind,
  isWorkday,
  isYearKnown,
  nextWorkday,
  specialDaysOf,
  workdaysFrom,
} from './workdays';

const none: DayEdits = new Map();
const holiday = (day: string): [string, { kind: 'holiday'; name: string }] => [
  day,
  { kind: 'holiday', name: '单位放假' },
];
const workday = (day: string): [string, { kind: 'workday'; name: string }] => [
  day,
  { kind: 'workday', name: '补班' },
];

describe('the kind of a day', () => {
  it.each([
    ['2026-11-23', 'workday', 'an ordinary Monday'],
    ['2026-11-27', 'workday', 'an ordinary Friday'],
    ['2026-11-28', 'restday', 'an ordinary Saturday'],
    ['2026-11-29', 'restday', 'an ordinary Sunday'],
    ['2026-09-30', 'workday', 'the day before National Day'],
    ['2026-10-01', 'restday', 'National Day'],
    ['2026-10-07', 'restday', 'the last day of the National Day holiday, a Wednesday'],
    ['2026-10-08', 'workday', 'the first day after it'],
    ['2026-10-10', 'workday', 'a Saturday worked in exchange'],
    ['2026-02-28', 'workday', 'a Saturday worked for Spring Festival'],
    ['2004-01-01', 'restday', 'the first day that is known'],
    ['2026-12-31', 'workday', 'the last day that is known'],
    ['2027-01-01', 'workday', 'a Friday of a year without a notice: Monday to Friday only'],
    ['2027-10-02', 'restday', 'a Saturday of a year without a notice'],
  ])('of %s is %s: %s', (day, kind) => {
    expect(dayKind(day, none)).toBe(kind);
  });

  it('is the one that the bureau entered, on that day only', () => {
    const edits = new Map<string, SpecialDay>([holiday('2027-10-01'), workday('2026-10-03')]);
    expect(dayKind('2027-10-01', edits)).toBe('restday');
    expect(dayKind('2027-09-30', edits)).toBe('workday');
    expect(dayKind('2026-10-03', edits)).toBe('workday');
    expect(dayKind('2026-10-02', edits)).toBe('restday');
  });
});

describe('the years that are known', () => {
  it.each([
    [2003, false],
    [2004, true],
    [2026, true],
    [2027, false],
  ])('%s without edits: %s', (year, known) => {
    expect(isYearKnown(year, none)).toBe(known);
  });

  it('have a New Year and a National Day in the built-in table, and the year after the last has nothing', () => {
    for (let year = builtInYears.first; year <= builtInYears.last; year += 1) {
      expect(builtInSpecialDay(`${year}-01-01`)?.kind).toBe('holiday');
      expect(builtInSpecialDay(`${year}-10-01`)).toEqual({ kind: 'holiday', name: '国庆节' });
    }
    const years = [...Object.keys(notices.holidays), ...Object.keys(notices.workdays)].map((day) =>
      Number(day.slice(0, 4)),
    );
    expect([Math.min(...years), Math.max(...years)]).toEqual([builtInYears.first, builtInYears.last]);
  });

  it('grow by a year in which the bureau entered a holiday, not by one with an exchanged day alone', () => {
    expect(isYearKnown(2027, new Map([holiday('2027-01-01')]))).toBe(true);
    expect(isYearKnown(2027, new Map([workday('2027-01-02')]))).toBe(false);
    expect(isYearKnown(2027, new Map([holiday('2028-01-01')]))).toBe(false);
  });
});

describe('coming working days', () => {
  it('skip the National Day holiday and take the exchanged Saturday', () => {
    expect(nextWorkday('2026-09-30', none)).toBe('2026-10-08');
    expect(workdaysFrom('2026-10-01', 4, none)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
  });

  it('begin with the day itself when people work on it, and never before it', () => {
    expect(workdaysFrom('2026-11-23', 1, none)).toEqual(['2026-11-23']);
    expect(workdaysFrom('2026-11-22', 1, none)).toEqual(['2026-11-23']);
    expect(workdaysFrom('2026-11-23', 0, none)).toEqual([]);
  });

  it('are always ascending, all workdays, with none left out', () => {
    const anyDay = fc.integer({ min: 0, max: 9_000 }).map((offset) => addDays('2004-01-01', offset));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 25 }),
        fc.array(anyDay, { maxLength: 5 }),
        (day, count, closed) => {
          const edits = new Map(closed.map(holiday));
          const days = workdaysFrom(day, count, edits);
          expect(days).toHaveLength(count);
          const between: string[] = [];
          for (let next = day; next <= days[count - 1]!; next = addDays(next, 1))
            if (isWorkday(next, edits)) between.push(next);
          expect(days).toEqual(between);
        },
      ),
    );
  });
});

describe('the special days of a year', () => {
  it('are those of the notice in order, with Chinese names', () => {
    const days = specialDaysOf(2026, none);
    expect(days[0]).toEqual({ day: '2026-01-01', kind: 'holiday', name: '元旦', edited: false });
    expect(days).toContainEqual({ day: '2026-10-10', kind: 'workday', name: '国庆节', edited: false });
    expect(days.map((one) => one.day)).toEqual([...days.map((one) => one.day)].sort());
    for (const one of days) if (one.kind === 'workday') expect(weekday(one.day)).toBeGreaterThan(5);
  });

  it('carry the edits of that year over the notice and leave those of other years out', () => {
    const days = specialDaysOf(
      2026,
      new Map<string, SpecialDay>([workday('2026-10-01'), holiday('2026-11-23'), holiday('2027-01-01')]),
    );
    expect(days.filter((one) => one.edited)).toEqual([
      { day: '2026-10-01', kind: 'workday', name: '补班', edited: true },
      { day: '2026-11-23', kind: 'holiday', name: '单位放假', edited: true },
    ]);
  });
});
