import { backoffMs, lineOf, nextPlace, outcomeOf, type WaitingMutation } from './mutationQueue';

describe('a failed mutation', () => {
  it.each([
    ['offline', true, 'later'],
    ['unavailable', true, 'later'],
    ['busy', true, 'later'],
    ['not_signed_in', false, 'later'],
    ['client_too_old', false, 'later'],
    ['bad_input', false, 'refused'],
    ['not_found', false, 'refused'],
    ['wrong_state', false, 'refused'],
  ])('with %s is %s', (code, retryable, kind) => {
    expect(outcomeOf({ code, retryable })).toEqual({ kind });
  });
});

describe('the pause between attempts', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [8, 640_000],
    [9, 900_000],
    [400, 900_000],
  ])('after %d failures is %d ms', (failures, ms) => {
    expect(backoffMs(failures)).toBe(ms);
  });
});

describe('places in line', () => {
  it('sort by time, then by order of asking', () => {
    const first = nextPlace(1_000, undefined);
    const second = nextPlace(1_000, first);
    const third = nextPlace(1_001, second);
    expect([third, second, first].sort()).toEqual([first, second, third]);
  });

  it('never fall behind when the clock is set back', () => {
    const before = nextPlace(2_000, undefined);
    expect(nextPlace(1_000, before) > before).toBe(true);
  });
});

test('a line holds one owner only, first come first', () => {
  const one = (place: string, owner: string): WaitingMutation => ({
    place,
    owner,
    name: 'study.mark',
    input: {},
    mutationId: place,
  });
  const waiting = [one('3', 'a/1'), one('1', 'a/2'), one('2', 'a/1')];
  expect(lineOf(waiting, 'a/1').map(({ place }) => place)).toEqual(['2', '3']);
});
