import fc from 'fast-check';
import { isAttendanceEvent, pointsOfEvent, pointsOfEvents, type SignedLine } from './attendance';
import { demoScheme } from './demoScheme';

const scheme = demoScheme('2026-01-01');
const item = scheme.items[0]!;
const line: SignedLine = { memberId: 'm', state: 'present', suspended: false, classes: ['full'] };

describe('what counts as coming to a meeting', () => {
  it.each([
    ['present', true],
    ['late', true],
    ['leave', false],
    ['absent', false],
    ['exempt', false],
    ['elsewhere', false],
    ['expected', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(isAttendanceEvent(scheme, { ...line, state })).toBe(expected);
  });

  it('leaves out those whom the scheme does not assess, and suspended members', () => {
    expect(isAttendanceEvent(scheme, { ...line, classes: ['full', 'retired'] })).toBe(false);
    expect(isAttendanceEvent(scheme, { ...line, suspended: true })).toBe(false);
    expect(isAttendanceEvent(scheme, { ...line, classes: ['probationary'] })).toBe(true);
  });
});

describe('points up to the cap', () => {
  it.each([
    [0, 2],
    [18, 2],
    [18.5, 1.5],
    [19.99, 0.01],
    [20, 0],
    [21, 0],
  ])('with %d already, one more event of 2 under a cap of 20 makes %d', (already, points) => {
    expect(pointsOfEvent(item, already)).toBe(points);
  });

  it('come to the same sum one by one as all together, for any item', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 60 }),
        (points, cap, events) => {
          const any = { ...item, points: points / 100, capPerPeriod: cap / 100 };
          let sum = 0;
          for (let event = 0; event < events; event += 1)
            sum = Math.round((sum + pointsOfEvent(any, sum)) * 100) / 100;
          expect(sum).toBe(pointsOfEvents(any, events));
        },
      ),
    );
  });
});
