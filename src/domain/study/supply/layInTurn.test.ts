import fc from 'fast-check';
import type { SpecialDay } from '../../calendar/holidays';
import { addDays } from '../../calendar/shanghai';
import { layInTurn, workingWeeks } from './layInTurn';

const none = new Map<string, SpecialDay>();
const MONDAY = '2026-11-23';
const weeks = (count: number) => workingWeeks(MONDAY, count, none);
const turn = (weekIndex: number, supplierId: string) => ({
  week: addDays(MONDAY, 7 * weekIndex),
  supplierId,
});

describe('working weeks', () => {
  it('leave out a week in which nobody works, and keep one with a day in exchange', () => {
    // 1 to 7 October 2026 are holidays: the week of 5 October has work from the 8th.
    expect(workingWeeks('2026-09-28', 3, none)).toEqual(['2026-09-28', '2026-10-05', '2026-10-12']);
    const off = new Map<string, SpecialDay>(
      [0, 1, 2, 3, 4].map((day) => [addDays(MONDAY, day), { kind: 'holiday', name: '停' } as SpecialDay]),
    );
    expect(workingWeeks(MONDAY, 1, off)).toEqual([addDays(MONDAY, 7)]);
    off.set(addDays(MONDAY, 5), { kind: 'workday', name: '' } as SpecialDay);
    expect(workingWeeks(MONDAY, 1, off)).toEqual([MONDAY]);
  });
});

describe('laying in turn', () => {
  it('goes round in the order given', () => {
    expect(layInTurn(weeks(5), ['a', 'b', 'c'], []).map((one) => one.supplierId)).toEqual([
      'a',
      'b',
      'c',
      'a',
      'b',
    ]);
  });

  it('begins with whoever has waited longest, the never asked first', () => {
    const before = [turn(-3, 'a'), turn(-2, 'b'), turn(-1, 'a')];
    expect(layInTurn(weeks(3), ['a', 'b', 'c'], before).map((one) => one.supplierId)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  it('leaves what is laid as it is', () => {
    expect(layInTurn(weeks(4), ['a', 'b'], [turn(2, 'a')])).toEqual([
      turn(0, 'a'),
      turn(1, 'b'),
      turn(3, 'b'),
    ]);
  });

  it('gives nothing without suppliers', () => {
    expect(layInTurn(weeks(2), [], [])).toEqual([]);
  });

  it('is fair: on an empty rota nobody has a second turn before everybody had one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 60 }), (people, count) => {
        const suppliers = Array.from({ length: people }, (_, index) => `s${index}`);
        const given = layInTurn(weeks(count), suppliers, []);
        expect(given).toHaveLength(count);
        for (const one of suppliers) {
          const had = given.filter(({ supplierId }) => supplierId === one).length;
          expect(Math.abs(had - count / people)).toBeLessThan(1);
        }
      }),
    );
  });
});
