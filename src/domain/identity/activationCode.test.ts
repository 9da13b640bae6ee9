import fc from 'fast-check';
import { activationCodeOf, lettersOf, printActivationCode, readActivationCode } from './activationCode';

describe('an activation code', () => {
  it('is read back however it is typed', () => {
    const code = 'K7QD2M4P9XWA';
    for (const typed of [
      'K7QD-2M4P-9XWA',
      'k7qd 2m4p 9xwa',
      'Ｋ７ＱＤ－２Ｍ４Ｐ－９ＸＷＡ',
      ' K7QD2M4P9XWA ',
    ]) {
      expect(readActivationCode(typed)).toBe(code);
    }
  });

  it('takes O for 0 and I and L for 1, as people read them from paper', () => {
    expect(readActivationCode('OIL0-1111-0000')).toBe('011011110000');
  });

  it.each(['', 'K7QD-2M4P', 'K7QD-2M4P-9XWAA', 'K7QD-2M4P-9XWU', '口令口令口令口令口令口令'])(
    'refuses %p',
    (typed) => {
      expect(readActivationCode(typed)).toBeNull();
    },
  );

  it('shows what has been typed so far as it will be read', () => {
    expect(lettersOf('k7 qd-o')).toBe('K7QD0');
    expect(lettersOf('')).toBe('');
    expect(lettersOf('激活码 K7QD')).toBe('K7QD');
    expect(lettersOf('K7QD2M4P9XWAK7')).toBe('K7QD2M4P9XWA');
  });

  it('takes 5 bits a letter from the first on', () => {
    expect(activationCodeOf(Uint8Array.of(0b00001_000, 0b10_00011_0, 0, 0, 0, 0, 0, 0))).toBe('123000000000');
  });

  it('survives printing and reading for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
        const code = activationCodeOf(bytes);
        expect(code).toHaveLength(12);
        expect(readActivationCode(printActivationCode(code))).toBe(code);
      }),
    );
  });

  it('uses all 60 bits: the first and the last bit each change it', () => {
    const zero = activationCodeOf(new Uint8Array(8));
    expect(activationCodeOf(Uint8Array.of(128, 0, 0, 0, 0, 0, 0, 0))).not.toBe(zero);
    expect(activationCodeOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 16))).not.toBe(zero);
    expect(activationCodeOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 15))).toBe(zero);
  });
});
