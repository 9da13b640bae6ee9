import { standingOf, toldStandingOf } from './standing';

describe('standingOf', () => {
  it.each([
    ['on the last day it runs, whoever is done', '2026-11-27', false, 'running'],
    ['on the last day it runs, whoever is open', '2026-11-27', true, 'running'],
    ['the day after, nobody open: met', '2026-11-28', false, 'met'],
    ['the day after, somebody open: not met', '2026-11-28', true, 'notMet'],
  ])('%s', (_title, today, hasOpen, standing) => {
    expect(standingOf('2026-11-27', today, hasOpen)).toBe(standing);
  });
});

describe('toldStandingOf', () => {
  it.each([
    ['one person, open: not met would be a name', '2026-11-28', { hasOpen: true, due: 1 }, 'tooFew'],
    ['one person, done: met would be one too', '2026-11-28', { hasOpen: false, due: 1 }, 'tooFew'],
    ['two', '2026-11-28', { hasOpen: true, due: 2 }, 'tooFew'],
    ['three, as many as a branch has at least', '2026-11-28', { hasOpen: true, due: 3 }, 'notMet'],
    ['three, all done', '2026-11-28', { hasOpen: false, due: 3 }, 'met'],
    ['while it runs nothing is said of anybody', '2026-11-27', { hasOpen: true, due: 1 }, 'running'],
  ])('%s', (_title, today, stand, told) => {
    expect(toldStandingOf('2026-11-27', today, stand)).toBe(told);
  });
});
