import { faultOfDayOrMonth, readDayOrMonth, readMobile } from './dayOrMonth';

test.each([
  ['1985-07-09', '1985-07-09'],
  ['1985年7月9日', '1985-07-09'],
  ['１９８５．７', '1985-07'],
  ['1985年07月', '1985-07'],
  ['', null],
])('%s is read as %s', (typed, read) => {
  expect(readDayOrMonth(typed)).toBe(read);
});

test.each(['1985', '1985-13', '2025-02-29', '去年'])(
  '%s is no day and no month, and the field says how to write one',
  (typed) => {
    expect(readDayOrMonth(typed)).toBeUndefined();
    expect(faultOfDayOrMonth(typed)).toContain('1985-07');
  },
);

test('a mobile number may be typed with spaces and country code', () => {
  expect(readMobile('+86 138 0000-5678')).toBe('13800005678');
  expect(readMobile(' ')).toBeNull();
  expect(readMobile('8222345')).toBeUndefined();
});
