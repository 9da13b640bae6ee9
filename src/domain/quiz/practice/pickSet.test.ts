import * as fc from 'fast-check';
import { addDays } from '../../calendar/shanghai';
import { comesBackOn } from './answerDays';
import { type Candidate, pickSet, setSizes } from './pickSet';

const member = '01980000-0000-7000-8000-00000000000a';
const day = '2026-11-23';
const five = setSizes.dailyFive;
const MOST_COMEBACKS = five.mostComebacks;
/** The five of one member's day. */
const pickDailyFive = (memberId: string, today: string, candidates: readonly Candidate[]) =>
  pickSet(`${memberId}|${today}`, today, five, candidates);

const fresh = (questionId: string): Candidate => ({ questionId, lastAnsweredOn: null, dueOn: null });
const answered = (questionId: string, lastAnsweredOn: string): Candidate => ({
  questionId,
  lastAnsweredOn,
  dueOn: null,
});
const waiting = (questionId: string, dueOn: string): Candidate => ({
  questionId,
  lastAnsweredOn: addDays(dueOn, -1),
  dueOn,
});
const bank = (count: number) => Array.from({ length: count }, (_, index) => fresh(`q${index}`));

describe('pickSet, for the five of a day', () => {
  it('takes what comes back first, then new ones, then those answered longest ago', () => {
    const picked = pickDailyFive(member, day, [
      answered('recent', '2026-11-20'),
      answered('oldest', '2026-10-01'),
      fresh('new'),
      waiting('today', day),
      answered('old', '2026-11-01'),
      waiting('overdue', '2026-11-10'),
    ]);
    expect(picked).toEqual(['overdue', 'today', 'new', 'oldest', 'old']);
  });

  it('brings a question back on its day exactly and not on the day before', () => {
    const candidates = [waiting('w', day), ...bank(9)];
    expect(pickDailyFive(member, day, candidates)).toContain('w');
    expect(pickDailyFive(member, addDays(day, -1), candidates)).not.toContain('w');
  });

  it.each([
    [3, 3],
    [4, 3],
    [20, 3],
  ])('of %i overdue questions brings back %i, the oldest first', (overdue, expected) => {
    const backlog = Array.from({ length: overdue }, (_, index) => waiting(`w${index}`, addDays(day, -index)));
    const picked = pickDailyFive(member, day, [...backlog, ...bank(9)]);
    const back = picked.filter((id) => id.startsWith('w'));
    expect(back).toEqual([`w${overdue - 1}`, `w${overdue - 2}`, `w${overdue - 3}`].slice(0, expected));
    expect(picked).toHaveLength(5);
  });

  it('leaves the rest of a backlog for other days even when nothing else is there', () => {
    const backlog = Array.from({ length: 8 }, (_, index) => waiting(`w${index}`, day));
    expect(pickDailyFive(member, day, backlog)).toHaveLength(MOST_COMEBACKS);
  });

  it.each([
    [0, 0],
    [1, 1],
    [4, 4],
    [5, 5],
    [6, 5],
  ])('gives of a bank of %i questions %i', (size, expected) => {
    expect(pickDailyFive(member, day, bank(size))).toHaveLength(expected);
  });

  it('shows the same set however the bank is ordered, and another to another member or day', () => {
    const questions = bank(40);
    const set = pickDailyFive(member, day, questions);
    expect(pickDailyFive(member, day, [...questions].reverse())).toEqual(set);
    expect(pickDailyFive(`${member}b`, day, questions)).not.toEqual(set);
    expect(pickDailyFive(member, addDays(day, 1), questions)).not.toEqual(set);
  });

  it('never repeats within a set, asks only candidates, never more than three old mistakes', () => {
    const dayOrNull = fc.option(fc.integer({ min: -40, max: 10 }).map((offset) => addDays(day, offset)));
    const candidates = fc.array(
      fc.record({
        questionId: fc.integer({ min: 0, max: 30 }).map((n) => `q${n}`),
        lastAnsweredOn: dayOrNull,
        dueOn: dayOrNull,
      }),
    );
    fc.assert(
      fc.property(candidates, fc.uuid(), (given, memberId) => {
        const picked = pickDailyFive(memberId, day, given);
        expect(new Set(picked).size).toBe(picked.length);
        expect(picked.length).toBeLessThanOrEqual(5);
        for (const id of picked) expect(given.some((one) => one.questionId === id)).toBe(true);
      }),
    );
  });

  it('over many days every wrong question comes back, at most three in a day, and the whole bank is seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 30 }),
        fc.uuid(),
        fc.func<[string, number], boolean>(fc.boolean()),
        (size, memberId, answersRight) => {
          const state = new Map(bank(size).map((one) => [one.questionId, one]));
          const wrongSince = new Map<string, string>();
          const seen = new Set<string>();
          let today = day;
          const answerDays = (count: number, isRight: (id: string, index: number) => boolean) => {
            for (let index = 0; index < count; index += 1) {
              const picked = pickDailyFive(memberId, today, [...state.values()]);
              expect(new Set(picked).size).toBe(picked.length);
              expect(picked.filter((id) => state.get(id)?.dueOn).length).toBeLessThanOrEqual(MOST_COMEBACKS);
              for (const id of picked) {
                const correct = isRight(id, index);
                seen.add(id);
                if (correct) wrongSince.delete(id);
                else wrongSince.set(id, today);
                state.set(id, { questionId: id, lastAnsweredOn: today, dueOn: comesBackOn(today, correct) });
              }
              today = addDays(today, 1);
            }
          };
          answerDays(30, (id, index) => answersRight(id, index));
          // From now on all right: at three a day the backlog is gone after size / 3 days, and the bank has been seen.
          answerDays(size, () => true);
          expect([...wrongSince.keys()]).toEqual([]);
          expect(seen.size).toBe(size);
        },
      ),
      { numRuns: 20 },
    );
  });
});
