import { demoScheme } from './demoScheme';
import { isIncluded, readScheme, type SchemeProblem } from './scheme';

const scheme = demoScheme('2026-01-01');
const item = scheme.items[0]!;
const withItem = (change: object) => ({ ...scheme, items: [{ ...item, ...change }] });

function codesOf(body: unknown): SchemeProblem['code'][] {
  const verdict = readScheme(body);
  return verdict.ok ? [] : verdict.problems.map(({ code }) => code);
}

describe('reading a scheme', () => {
  it('accepts the demo scheme unchanged, also after a way through JSON', () => {
    expect(readScheme(scheme)).toEqual({ ok: true, scheme });
    expect(readScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ ok: true, scheme });
  });

  it('keeps the six dimensions of seed 001, the first two for people, a hundred points together', () => {
    expect(scheme.dimensions.map(({ name }) => name)).toEqual([
      '信念宗旨',
      '核心价值观',
      '党规党纪',
      '本职工作',
      '遵纪守法',
      '服务中心',
    ]);
    expect(scheme.dimensions.filter(({ judgedBy }) => judgedBy === 'people').map(({ code }) => code)).toEqual(
      ['belief', 'values'],
    );
    expect(scheme.dimensions.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });

  it.each([
    'login',
    'openings',
    'duration',
    'readingTime',
    'likes',
    'shares',
    'comments',
    'quizCount',
    'studyStamp',
  ])('refuses %s as a source: it measures the use of an app', (source) => {
    expect(codesOf(withItem({ source }))).toEqual(['unknownSource']);
  });

  it.each([true, undefined, 'false', 0])('refuses an item whose usageMetric is %s', (usageMetric) => {
    expect(codesOf(withItem({ usageMetric }))).toEqual(['usageMetric']);
  });

  it.each([true, undefined, 'no'])('refuses a visible rank (%s)', (rankVisible) => {
    expect(codesOf({ ...scheme, publicity: { scope: 'branchOnly', rankVisible } })).toEqual(['rankVisible']);
  });

  it.each<[string, object, SchemeProblem['code']]>([
    ['an item of no dimension', withItem({ dimension: 'charm' }), 'unknownDimension'],
    ['an item that feeds what people judge', withItem({ dimension: 'belief' }), 'judgedByPeople'],
    ['a cap above the dimension', withItem({ capPerPeriod: 20.01 }), 'overMax'],
    [
      'two items of one code',
      {
        ...scheme,
        items: [
          { ...item, capPerPeriod: 4 },
          { ...item, capPerPeriod: 4 },
        ],
      },
      'repeatedCode',
    ],
    [
      'two dimensions of one code',
      { ...scheme, dimensions: [...scheme.dimensions, scheme.dimensions[3]] },
      'repeatedCode',
    ],
    ['a deduction, which nothing here can count yet', withItem({ direction: 'deduction' }), 'malformed'],
    ['points that are not a number', withItem({ points: '2' }), 'malformed'],
    ['no points', withItem({ points: 0 }), 'malformed'],
    ['thousandths of a point', withItem({ points: 0.125 }), 'malformed'],
    ['another period', { ...scheme, period: 'month' }, 'malformed'],
    [
      'a member class left out',
      { ...scheme, memberClasses: { ...scheme.memberClasses, frail: undefined } },
      'malformed',
    ],
    ['no version', { ...scheme, version: 0 }, 'malformed'],
  ])('refuses %s', (_, body, code) => {
    expect(codesOf(body)).toEqual([code]);
  });

  it('accepts caps that together reach the dimension exactly', () => {
    const items = [
      { ...item, capPerPeriod: 10 },
      { ...item, code: 'lecture', capPerPeriod: 10 },
    ];
    expect(codesOf({ ...scheme, items })).toEqual([]);
    expect(codesOf({ ...scheme, items: [items[0], { ...items[1], capPerPeriod: 10.01 }] })).toEqual([
      'overMax',
    ]);
  });

  it.each([null, 'scheme', 7, [], {}])('refuses %j without falling over', (body) => {
    expect(readScheme(body).ok).toBe(false);
  });
});

describe('who is assessed', () => {
  it.each([
    [['full'], true],
    [['probationary'], true],
    [['full', 'cadre'], true],
    [['full', 'retired'], false],
    [['full', 'frail'], false],
  ] as const)('%j: %s', (classes, expected) => {
    expect(isIncluded(scheme, classes)).toBe(expected);
  });
});
