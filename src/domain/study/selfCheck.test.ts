import { isSoundCheck } from './selfCheck';

const abc = ['甲', '乙', '丙'];

describe('a self-check question', () => {
  it.each([
    ['trueFalse', [], [0], 'false is the key'],
    ['trueFalse', [], [1], 'true is the key'],
    ['single', abc, [2], 'the last option is the key'],
    ['single', ['甲', '乙'], [0], 'two options are enough'],
    ['multiple', abc, [0, 2], 'two keys'],
    ['multiple', abc, [0, 1, 2], 'every option is a key'],
  ] as const)('of type %s with %j and key %j is sound: %s', (type, options, key, _why) => {
    expect(isSoundCheck({ type, options, key })).toBe(true);
  });

  it.each([
    ['trueFalse', ['对', '错'], [0], 'true-false has no options of its own'],
    ['trueFalse', [], [2], 'neither true nor false'],
    ['trueFalse', [], [0, 1], 'both at once'],
    ['single', abc, [3], 'one beyond the last option'],
    ['single', abc, [0, 1], 'two keys'],
    ['single', ['甲'], [0], 'nothing to choose'],
    ['single', abc, [], 'no key'],
    ['multiple', abc, [1], 'one key only'],
    ['multiple', abc, [0, 3], 'one beyond the last option'],
    ['multiple', abc, [1, 1], 'the same key twice'],
    ['multiple', ['甲', '乙', '甲'], [0, 1], 'the same option twice'],
  ] as const)('of type %s with %j and key %j is refused: %s', (type, options, key, _why) => {
    expect(isSoundCheck({ type, options, key })).toBe(false);
  });
});
