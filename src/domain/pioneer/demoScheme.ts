import type { PioneerScheme } from './scheme';

/**
 * The simple scheme of the demo bureau: six dimensions after seed 001 (the
 * first two judged by people and never by a field, the three 模范 until people
 * or later records judge them), and one item: coming to a signed meeting.
 * Points and caps are ours [D]; absence, leave and exemption deduct nothing.
 */
export function demoScheme(effectiveFrom: string): PioneerScheme {
  return {
    code: 'demo',
    name: '先锋指数方案（演示）',
    legalBasis: '演示方案，以本单位机关党委通过的为准',
    version: 1,
    effectiveFrom,
    period: 'halfYear',
    baseMode: 'dimensionSum',
    dimensions: [
      { code: 'belief', name: '信念宗旨', max: 20, judgedBy: 'people' },
      { code: 'values', name: '核心价值观', max: 15, judgedBy: 'people' },
      { code: 'discipline', name: '党规党纪', max: 20, judgedBy: 'records' },
      { code: 'work', name: '本职工作', max: 20, judgedBy: 'records' },
      { code: 'law', name: '遵纪守法', max: 10, judgedBy: 'records' },
      { code: 'service', name: '服务中心', max: 15, judgedBy: 'records' },
    ],
    items: [
      {
        code: 'attendance',
        name: '参加组织生活',
        dimension: 'discipline',
        direction: 'base',
        points: 2,
        unit: 'event',
        capPerPeriod: 20,
        source: 'attendance',
        usageMetric: false,
      },
    ],
    // Retired and frail members are often left out (domain.md 4.6); floating ones come when they can and lose nothing.
    memberClasses: {
      full: { included: true },
      probationary: { included: true },
      cadre: { included: true },
      floating: { included: true },
      frail: { included: false },
      retired: { included: false },
    },
    publicity: { scope: 'branchOnly', rankVisible: false },
  };
}
