import { chooseTextSize, isLargeType, refreshTextSize, textSizeChoice } from './textSize';

beforeEach(() => {
  localStorage.clear();
  document.documentElement.style.fontSize = '16px';
  refreshTextSize();
});

test.each([
  ['16px', false],
  ['19px', false],
  ['20px', true],
  ['24px', true],
])("follows the system: the browser's %s is large: %s", (size, large) => {
  document.documentElement.style.fontSize = size;
  refreshTextSize();
  expect(isLargeType.get()).toBe(large);
});

test("a person's own choice wins over the system, and is remembered", () => {
  chooseTextSize('large');
  expect(isLargeType.get()).toBe(true);
  document.documentElement.style.fontSize = '24px';
  chooseTextSize('standard');
  refreshTextSize();
  expect(isLargeType.get()).toBe(false);
  expect(textSizeChoice.get()).toBe('standard');
});
