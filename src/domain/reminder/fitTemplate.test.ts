import { fitThing, fitTime } from './fitTemplate';

it('gives a template what its fields take', () => {
  expect(fitThing('十二个字刚好不用截断啊啊')).toBe('十二个字刚好不用截断啊啊');
  expect(fitThing(`甲\n乙  丙`)).toBe('甲 乙 丙');
  expect([...fitThing('😀'.repeat(20))]).toHaveLength(20);
  expect(fitThing('字'.repeat(21))).toBe(`${'字'.repeat(19)}…`);
  expect(fitTime('2026-11-04', '07:30')).toBe('2026年11月4日 07:30');
});
