import * as fc from 'fast-check';
import { drawDigits, pairingText, readPairingText, readUserAgent, sayComputer } from './pairing';

it('draws three different pairs of digits, and the PC shows one of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const { digits, choices } = drawDigits(bytes);
      expect(new Set(choices).size).toBe(3);
      expect(choices.every((choice) => /^[1-9]\d$/.test(choice))).toBe(true);
      expect(choices).toContain(digits);
    }),
  );
});

it('draws every number, and every place for the right one', () => {
  const numbers = new Set<string>();
  const places = new Set<number>();
  for (let seed = 0; seed < 90; seed += 1) {
    const { digits, choices } = drawDigits(Uint8Array.of(0, seed, 0, seed, 0, seed, 0, seed));
    for (const choice of choices) numbers.add(choice);
    places.add(choices.indexOf(digits));
  }
  expect(numbers.size).toBe(90);
  expect([...places].sort()).toEqual([0, 1, 2]);
});

it('knows its own picture from an activation card and from anything else', () => {
  const code = 'A-_4567890123456789012';
  expect(readPairingText(pairingText(code))).toBe(code);
  for (const other of [
    'K7QD-2M4P-9XWA',
    'https://example.com',
    code,
    `${pairingText(code)}x`,
    pairingText('短'),
  ]) {
    expect(readPairingText(other)).toBeNull();
  }
});

it('says which computer it is, as it calls itself', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36';
  const say = (agent: string) => {
    const { browser, system } = readUserAgent(agent);
    return sayComputer(browser, system);
  };
  expect(say(windows)).toBe('Windows 电脑上的 Chrome 浏览器');
  expect(say(`${windows} Edg/147.0`)).toBe('Windows 电脑上的 Edge 浏览器');
  expect(say('Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18 Safari/605')).toBe(
    '苹果电脑上的 Safari 浏览器',
  );
  expect(say('Mozilla/5.0 (X11; Linux x86_64; rv:140) Firefox/140')).toBe('Linux 电脑上的 Firefox 浏览器');
  expect(say('Mozilla/5.0 (Linux; Android 14) Chrome/147')).toBe('一台设备上的 Chrome 浏览器');
  expect(say('curl')).toBe('一台设备上的浏览器');
});
