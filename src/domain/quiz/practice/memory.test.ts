import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../calendar/shanghai';
import { LONGEST_INTERVAL_DAYS, type Memory, remember } from './memory';

const day = '2026-11-23';

describe('remember', () => {
  it('starts as FSRS-6 does: a right one is due after two days, a wrong one the next day', () => {
    expect(remember(null, day, true)).toMatchObject({ stability: 2.3065, lastOn: day, dueOn: '2026-11-25' });
    expect(remember(null, day, false)).toMatchObject({ stability: 0.212, lastOn: day, dueOn: '2026-11-24' });
  });

  const answers = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 400 }), correct: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  });
  const walk = (steps: { wait: number; correct: boolean }[]) => {
    let memory: Memory | null = null;
    let now = day;
    const seen: { before: Memory | null; after: Memory; correct: boolean }[] = [];
    for (const { wait, correct } of steps) {
      const after = remember(memory, now, correct);
      seen.push({ before: memory, after, correct });
      memory = after;
      now = addDays(now, wait);
    }
    return seen;
  };

  it('a right answer never makes a memory weaker, a wrong one never stronger', () => {
    fc.assert(
      fc.property(answers, (steps) => {
        for (const { before, after, correct } of walk(steps)) {
          if (!before) continue;
          if (correct) expect(after.stability).toBeGreaterThanOrEqual(before.stability);
          else expect(after.stability).toBeLessThanOrEqual(before.stability);
        }
      }),
    );
  });

  it('is due between tomorrow and a year on, and tomorrow after a mistake', () => {
    fc.assert(
      fc.property(answers, (steps) => {
        for (const { after, correct } of walk(steps)) {
          const wait = daysBetween(after.lastOn, after.dueOn);
          expect(wait).toBeGreaterThanOrEqual(1);
          expect(wait).toBeLessThanOrEqual(LONGEST_INTERVAL_DAYS);
          if (!correct) expect(wait).toBe(1);
          expect(after.difficulty).toBeGreaterThanOrEqual(1);
          expect(after.difficulty).toBeLessThanOrEqual(10);
          expect(after.stability).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('what was remembered for longer is remembered for longer', () => {
    const once = remember(null, day, true);
    const soon = remember(once, addDays(day, 2), true);
    const late = remember(once, addDays(day, 20), true);
    expect(late.stability).toBeGreaterThan(soon.stability);
    expect(late.dueOn > soon.dueOn).toBe(true);
  });
});
