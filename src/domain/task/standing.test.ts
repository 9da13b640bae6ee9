import { standingOf } from './standing';

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
