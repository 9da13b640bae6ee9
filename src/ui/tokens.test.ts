import { readFileSync } from 'node:fs';
import path from 'node:path';

const source = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');

function tokensOf(theme: 'light' | 'dark'): Map<string, string> {
  const body = source.match(new RegExp(`\\$${theme}: \\(([^)]*)\\)`))?.[1] ?? '';
  const pairs = [...body.matchAll(/["']([\w-]+)["']: (#[0-9a-f]{6,8})/g)];
  return new Map(pairs.map(([, name = '', colour = '']) => [name, colour]));
}

/** Relative luminance and contrast by WCAG 2.2, 1.4.3. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Every text that the components put on every ground. */
const textPairs: [text: string, grounds: string[]][] = [
  ['ink', ['page', 'card', 'brand-soft', 'good-soft', 'warn-soft', 'bad-soft', 'line']],
  ['ink-2', ['page', 'card', 'brand-soft', 'line']],
  ['ink-3', ['page', 'card']],
  ['brand', ['page', 'card', 'brand-soft']],
  ['on-brand', ['brand', 'brand-strong']],
  ['good', ['page', 'card', 'good-soft']],
  ['warn', ['page', 'card', 'warn-soft']],
  ['bad', ['page', 'card', 'bad-soft']],
  ['on-dawn', ['dawn-from', 'dawn-middle']],
  // The announcement is drawn the other way round.
  ['card', ['ink']],
];

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  textPairs.flatMap(([text, grounds]) => grounds.map((ground) => [theme, text, ground] as const)),
);

test.each(cases)('%s: %s on %s can be read (4.5:1)', (theme, text, ground) => {
  const tokens = tokensOf(theme);
  expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('%s: the edge of a control is seen (3:1, WCAG 1.4.11)', (theme) => {
  const tokens = tokensOf(theme);
  for (const ground of ['page', 'card']) {
    expect(contrast(tokens.get('edge') ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  }
});

test('both themes name the same tokens', () => {
  expect([...tokensOf('dark').keys()]).toEqual([...tokensOf('light').keys()]);
});

test('the colours of design.md are these, to the digit', () => {
  const light = tokensOf('light');
  expect(light.get('brand')).toBe('#b7141e');
  expect(light.get('ink-3')).toBe('#666d75');
  expect(tokensOf('dark').get('bad')).toBe('#ff8a80');
});

test("WeChat's bars use the tokens", () => {
  const theme = JSON.parse(readFileSync(path.join(__dirname, '../theme.json'), 'utf8')) as Record<
    'light' | 'dark',
    Record<string, string>
  >;
  for (const name of ['light', 'dark'] as const) {
    const tokens = tokensOf(name);
    expect(theme[name].tabSelected?.toLowerCase()).toBe(tokens.get('brand'));
    expect(theme[name].tabText?.toLowerCase()).toBe(tokens.get('ink-3'));
    expect(theme[name].tabBackground?.toLowerCase()).toBe(tokens.get('card'));
    expect(theme[name].pageBackground?.toLowerCase()).toBe(tokens.get('page'));
  }
});
