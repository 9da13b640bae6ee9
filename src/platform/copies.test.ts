import { copyOf, forgetCopies, keepCopy } from './copies';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute));

beforeEach(() => localStorage.clear());

test('says what is from when', () => {
  keepCopy('study.today', { title: '电梯' }, at(5));
  expect(copyOf('study.today')).toEqual({ data: { title: '电梯' }, savedAt: '2026-11-22T00:05:00.000Z' });
});

test('keeps the seven latest of a group and leaves other groups alone', () => {
  keepCopy('study.today', 'today', at(0));
  for (let i = 1; i <= 8; i++) keepCopy(`study.piece/${i}`, i, at(i));
  expect(copyOf('study.piece/1')).toBeUndefined();
  expect(copyOf('study.piece/2')?.data).toBe(2);
  expect(copyOf('study.piece/8')?.data).toBe(8);
  expect(copyOf('study.today')?.data).toBe('today');
});

test('forgets an old copy rather than show it when the new one does not fit', () => {
  keepCopy('list', 'old', at(0));
  keepCopy('list', 'x'.repeat(400_000), at(1));
  expect(copyOf('list')).toBeUndefined();
});

test('forgets all when another person signs in', () => {
  keepCopy('a', 1, at(0));
  keepCopy('b/1', 1, at(0));
  forgetCopies();
  expect(copyOf('a')).toBeUndefined();
  expect(copyOf('b/1')).toBeUndefined();
});
