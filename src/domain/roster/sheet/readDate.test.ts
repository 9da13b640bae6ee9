import fc from 'fast-check';
import { readDate } from './readDate';
import type { TableCell } from './sheetTable';

const cell = (parts: Partial<TableCell>): TableCell => ({
  column: 0,
  text: '',
  number: null,
  day: null,
  formula: false,
  error: false,
  ...parts,
});
const around = { isUntyped: false, is1904: false, today: '2026-11-22' };
const text = (said: string, isUntyped = false) => readDate(cell({ text: said }), { ...around, isUntyped });
const number = (value: number, shown = String(value)) =>
  readDate(cell({ text: shown, number: value }), around);
const read = (value: string | null) => ({ ok: true, value });
const bad = { ok: false, problem: 'badDate' };
const ambiguous = { ok: false, problem: 'ambiguousMonth' };

describe('a date to the day', () => {
  it.each([
    '19850709',
    '1985-07-09',
    '1985-7-9',
    '1985/7/9',
    '1985.07.09',
    '1985.7.9',
    '1985年07月09日',
    '1985年7月9号',
    '1985  年  07  月  09日',
    '1985-07-09 00:00:00',
    '1985-07-09T08:30:00Z',
    '１９８５－０７－０９',
    '1985–07–09',
    ' 1985-07-09\n',
  ])('%s', (said) => expect(text(said)).toEqual(read('1985-07-09')));

  it('as the whole number 19850709, as a serial number, as a cell that is a date', () => {
    expect(number(19_850_709)).toEqual(read('1985-07-09'));
    expect(number(35_612)).toEqual(read('1997-07-01'));
    expect(number(35_612.5)).toEqual(read('1997-07-01'));
    expect(readDate(cell({ text: '1997-07-01', number: 35_612, day: '1997-07-01' }), around)).toEqual(
      read('1997-07-01'),
    );
  });
});

describe('a date to the month stays one: a day is never invented', () => {
  it.each([
    '198507',
    '1985-07',
    '1985-7',
    '1985/07',
    '1985.07',
    '1985.7',
    '1985年07月',
    '1985年7月',
    '1985 年 7',
  ])('%s', (said) => expect(text(said)).toEqual(read('1985-07')));

  it('as the number 198507, as 1985.7, as a date shown without its day', () => {
    expect(number(198_507)).toEqual(read('1985-07'));
    expect(number(1985.7)).toEqual(read('1985-07'));
    expect(readDate(cell({ text: '1985-07', number: 31_229, day: '1985-07' }), around)).toEqual(
      read('1985-07'),
    );
  });

  it('1985.1 as a number may have lost its zero, as a text it has not', () => {
    expect(number(1985.1)).toEqual(ambiguous);
    expect(number(1985.1, '1985.10')).toEqual(read('1985-10'));
    expect(number(1985.11)).toEqual(read('1985-11'));
    expect(text('1985.1')).toEqual(read('1985-01'));
    // A .csv keeps no numbers: what was one is a text there.
    expect(text('1985.1', true)).toEqual(ambiguous);
    expect(text('1985.01', true)).toEqual(read('1985-01'));
  });
});

it.each(['', '  ', '无', '—', '－', '-', '--', '/', '、', '暂无', 'N/A'])('%j says nothing', (said) => {
  expect(text(said)).toEqual(read(null));
});

it.each([
  '1985年17月',
  '1985-02-31',
  '1985-02-29',
  '1985-00-01',
  '19851301',
  '198513',
  '1985',
  '85.7',
  '7/9/1985',
  '09.07.1985',
  '1920-12-31',
  '2100-01-01',
  '1985-07-09至今',
  '待定',
  '35612',
])('%s is no date that is taken', (said) => expect(text(said)).toEqual(bad));

it('from the first year to today a date is taken, a day or month that has not come is not', () => {
  const ahead = { ok: false, problem: 'dateAhead' };
  expect(text('1921-07-01')).toEqual(read('1921-07-01'));
  expect(text('2026-11-22')).toEqual(read('2026-11-22'));
  expect(text('2026-11')).toEqual(read('2026-11'));
  expect([text('2026-11-23'), text('2026-12'), text('2099-12-31')]).toEqual([ahead, ahead, ahead]);
});

it.each([
  ['一九八五年七月九日', '1985-07-09'],
  ['二〇一二年十月二十一日', '2012-10-21'],
  ['二○○八年十二月', '2008-12'],
  ["'1985-07-09", '1985-07-09'],
  ['1985。07。09', '1985-07-09'],
  ['1985.7.9.', '1985-07-09'],
  ['19850709.0', '1985-07-09'],
  ['1985-07-09T15:59:59.000Z', '1985-07-09'],
])('%s is %s', (said, day) => expect(text(said)).toEqual(read(day)));

it('a moment of another time zone whose day is another one here is refused: this was read a day early', () => {
  expect(text('1985-07-08T16:00:00.000Z')).toEqual(bad);
  expect(text('1985-07-09T00:00:00-05:00')).toEqual(bad);
});

it('19857 is 1985-7 written in a hurry or a serial number: nobody can tell', () => {
  expect(number(19_857)).toEqual(bad);
  expect(number(19_850)).toEqual(read('1954-05-06'));
});

it('a bare number in a file that counts days from 1904 is refused: it was read four years early', () => {
  const bare = cell({ text: '29775', number: 29_775 });
  expect(readDate(bare, { ...around, is1904: true })).toEqual(bad);
  expect(readDate({ ...bare, day: '1985-07-09' }, { ...around, is1904: true })).toEqual(read('1985-07-09'));
});

it('the leap day exists in leap years only', () => {
  expect(text('2020-02-29')).toEqual(read('2020-02-29'));
  expect(text('2021-02-29')).toEqual(bad);
  expect(text('2000-02-29')).toEqual(read('2000-02-29'));
});

it('every day written in any of the shapes comes back as that day', () => {
  const shapes = [
    (y: string, m: string, d: string) => `${y}${m}${d}`,
    (y: string, m: string, d: string) => `${y}年${Number(m)}月${Number(d)}日`,
    (y: string, m: string, d: string) => `${y}.${m}.${d}`,
    (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`,
  ];
  const days = fc.date({ min: new Date('1921-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...shapes), (at, shape) => {
      const day = at.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = day.split('-');
      expect(text(shape(y, m, d))).toEqual(read(day));
    }),
  );
});

it('any text comes to a date, to nothing, or to a problem', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (said, isUntyped) => {
      const result = text(said, isUntyped);
      if (result.ok) expect(result.value ?? '2000-01').toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
    }),
  );
});
