import { forget, store, stored, storedKeys } from './storage';

beforeEach(() => localStorage.clear());

test('gives back what was stored', () => {
  expect(store('a', { 字: [1, 2] })).toBe(true);
  expect(stored('a')).toEqual({ 字: [1, 2] });
});

test('knows nothing of what was never stored, or was forgotten', () => {
  store('a', 1);
  forget('a');
  expect(stored('a')).toBeUndefined();
  expect(stored('b')).toBeUndefined();
});

test('takes a damaged value for absent', () => {
  localStorage.setItem('morning-study:a', '{"half');
  expect(stored('a')).toBeUndefined();
});

test('refuses a value that is too long and keeps the old one', () => {
  store('a', 'old');
  expect(store('a', 'x'.repeat(300_000))).toBe(false);
  expect(stored('a')).toBe('old');
});

test('lists its own keys in order and no strangers', () => {
  localStorage.setItem('queue.0', 'a stranger');
  store('queue.2', 1);
  store('queue.1', 1);
  store('other', 1);
  expect(storedKeys('queue.')).toEqual(['queue.1', 'queue.2']);
});

test('says no instead of failing when the device has no room', () => {
  const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(store('a', 1)).toBe(false);
  setItem.mockRestore();
});
