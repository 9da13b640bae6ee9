import { explainDimension, explainLine, explainUncounted, nameClause } from './cardWords';
import { demoScheme } from './demoScheme';

const scheme = demoScheme('2026-01-01');
const item = scheme.items[0]!;
const dimension = (code: string) => scheme.dimensions.find((one) => one.code === code)!;
const line = { title: '9月主题党日', rollState: 'present' as const, points: 2, reason: null };
const member = { classes: ['full' as const], records: 0 };

describe('the words of a line', () => {
  it('say whether one came on time', () => {
    expect(explainLine(item, line)).toBe('9月主题党日，按时到会');
    expect(explainLine(item, { ...line, rollState: 'late' })).toBe('9月主题党日，到会（晚到）');
  });

  it('say why a line at the cap carries less', () => {
    expect(explainLine(item, { ...line, points: 0 })).toBe('9月主题党日，按时到会。这一项本期已满 20 分');
  });

  it('say the reason of a counter-entry', () => {
    expect(explainLine(item, { ...line, points: -2, reason: '当天在别的支部' })).toBe(
      '9月主题党日，更正：当天在别的支部',
    );
  });

  it('name version and item of the scheme', () => {
    expect(nameClause(scheme, 'attendance')).toBe('方案第 1 版第 1 项');
    expect(nameClause({ ...scheme, version: 3 }, 'gone')).toBe('方案第 3 版');
  });
});

describe('the words of a dimension', () => {
  it('leave the first two to people', () => {
    expect(explainDimension(scheme, dimension('belief'), member)).toMatch(/^由支部同志评议/);
    expect(explainDimension(scheme, dimension('values'), member)).toMatch(/^由支部同志评议/);
  });

  it('name the records and the rule', () => {
    expect(explainDimension(scheme, dimension('discipline'), { ...member, records: 4 })).toBe(
      '来自 4 次会议记录。参加组织生活每次 2 分，本期最多 20 分',
    );
  });

  it('never speak of zero where nothing is known', () => {
    for (const one of scheme.dimensions) expect(explainDimension(scheme, one, member)).not.toMatch(/0 分/);
    expect(explainDimension(scheme, dimension('work'), member)).toBe('要等支部核定，现在还不知道');
  });

  it('tell those whom the scheme leaves out', () => {
    const retired = { classes: ['full' as const, 'retired' as const], records: 0 };
    expect(explainDimension(scheme, dimension('discipline'), retired)).toMatch(/不测评/);
  });
});

it('says why a meeting is not counted', () => {
  expect(explainUncounted({ isSigned: false })).toBe('已到会，等支部签定记录后计入');
  expect(explainUncounted({ isSigned: true })).toMatch(/没有计入/);
});
