import fc from 'fast-check';
import { loginNameOf } from './loginName';

it('a login name is a letter that is not taken for a digit, and seven digits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      expect(loginNameOf(bytes)).toMatch(/^[a-hjkmnp-z]\d{7}$/);
    }),
  );
});

it('different bytes give different names', () => {
  expect(loginNameOf(Uint8Array.of(0, 0, 0, 0, 1))).toBe('a0000001');
  expect(loginNameOf(Uint8Array.of(1, 0, 0, 1, 0))).toBe('b0000256');
});
