import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { acceptedMinutes, codeChangesAt, codeMinute, codeText, digitsOf, matchesCode } from './signInCode';

describe('the six digits', () => {
  it('come from the first 48 bits, filled up with zeros at the left', () => {
    expect(digitsOf(Uint8Array.from([0, 0, 0, 0, 0, 7, 255]))).toBe('000007');
    // 2^48 - 1 = 281474976710655
    expect(digitsOf(Uint8Array.from([255, 255, 255, 255, 255, 255]))).toBe('710655');
  });

  it('are always six digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 32 }), (mac) => /^\d{6}$/.test(digitsOf(mac))),
    );
  });

  it('need a hash that is long enough', () => {
    expect(() => digitsOf(Uint8Array.from([1, 2, 3, 4, 5]))).toThrow(RangeError);
  });

  it('are spread evenly over the first digit', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let minute = 0; minute < 5_000; minute += 1) {
      const digit = Number(
        digitsOf(
          createHmac('sha256', 'key')
            .update(codeText('t', 'm', minute))
            .digest(),
        )[0],
      );
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is exceeded by chance once in a thousand
    const chiSquare = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('differ between meetings and between bureaus in what is hashed', () => {
    const texts = [
      codeText('t1', 'm1', 5),
      codeText('t2', 'm1', 5),
      codeText('t1', 'm2', 5),
      codeText('t1', 'm1', 6),
    ];
    expect(new Set(texts).size).toBe(4);
  });
});

describe('the minute of the code', () => {
  it('changes exactly on the full minute', () => {
    const before = new Date('2026-11-23T06:56:59.999Z');
    const after = new Date('2026-11-23T06:57:00.000Z');
    expect(codeMinute(after)).toBe(codeMinute(before) + 1);
    expect(codeChangesAt(before)).toEqual(after);
    expect(codeChangesAt(after)).toEqual(new Date('2026-11-23T06:58:00.000Z'));
  });

  it('accepts the current and the previous one, so a code lives at most two minutes', () => {
    const shownAt = new Date('2026-11-23T06:56:00.000Z');
    const minute = codeMinute(shownAt);
    expect(acceptedMinutes(new Date('2026-11-23T06:57:59.999Z'))).toContain(minute);
    expect(acceptedMinutes(new Date('2026-11-23T06:58:00.000Z'))).not.toContain(minute);
    expect(acceptedMinutes(new Date('2026-11-23T06:55:59.999Z'))).not.toContain(minute);
  });
});

describe('comparing what was typed', () => {
  it.each([
    ['407152', ['407152', '000001'], true],
    ['000001', ['407152', '000001'], true],
    ['407152', ['407152', '407152'], true],
    ['407153', ['407152', '000001'], false],
    ['40715', ['407152'], false],
    ['4071520', ['407152'], false],
    ['', ['407152'], false],
    ['407152', [], false],
  ])('%s against %j is %s', (typed, valid, expected) => {
    expect(matchesCode(typed, valid)).toBe(expected);
  });
});
