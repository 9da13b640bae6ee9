import { isSwappable, swapStands } from './swapTurns';

const TODAY = '2026-11-23';
const turn = (day: string, holderId: string) => ({ day, holderId });

test.each([
  [turn(TODAY, 'a'), turn('2026-11-24', 'b'), true, 'today is not over'],
  [turn('2026-11-22', 'a'), turn('2026-11-24', 'b'), false, 'the own one was yesterday'],
  [turn('2026-11-24', 'a'), turn('2026-11-22', 'b'), false, 'the other one was yesterday'],
  [turn('2026-11-24', 'a'), turn('2026-11-24', 'b'), false, 'one day'],
  [turn('2026-11-24', 'a'), turn('2026-11-25', 'a'), false, 'one holder'],
])('%j and %j: %s, %s', (own, other, can) => {
  expect(isSwappable(own, other, TODAY)).toBe(can);
});

test('a question stands only between those whom it was asked between', () => {
  const [asking, asked] = [turn('2026-11-24', 'a'), turn('2026-11-25', 'b')];
  const between = { askingId: 'a', askedId: 'b' };
  expect(swapStands({ asking, asked }, between, TODAY)).toBe(true);
  expect(swapStands({ asking, asked }, { askingId: 'c', askedId: 'b' }, TODAY)).toBe(false);
  expect(swapStands({ asking, asked }, { askingId: 'a', askedId: 'c' }, TODAY)).toBe(false);
  expect(swapStands({ asking, asked }, between, '2026-11-25')).toBe(false);
});
