import * as v from 'valibot';
import { operation } from './operation';
import { Day, Id } from './shapes';

const PeriodState = v.picklist([
  'open',
  'memberDeclared',
  'branchReviewed',
  'committeeReviewed',
  'publicity',
  'closed',
]);
const Period = v.object({ id: Id, name: v.string(), startsOn: Day, endsOn: Day, state: PeriodState });

/**
 * The member's own score card. A dimension that nobody has judged yet is
 * `unknown`, never zero (D3); nobody else's figures are in it.
 */
export const pioneerCard = operation({
  kind: 'read',
  input: v.object({ periodId: v.optional(Id) }),
  output: v.object({
    /** Switched off per bureau (domain.md C9); then everything else is empty. */
    enabled: v.boolean(),
    period: v.nullable(Period),
    /** The own periods, newest first, with the own total of each. */
    periods: v.array(v.object({ ...Period.entries, total: v.nullable(v.number()) })),
    scheme: v.nullable(v.object({ name: v.string(), version: v.number() })),
    /** Sum of approved entries; null while there is none. */
    total: v.nullable(v.number()),
    dimensions: v.array(
      v.object({
        code: v.string(),
        name: v.string(),
        max: v.number(),
        /** Null is unknown: not judged yet. */
        points: v.nullable(v.number()),
        /** In plain words where it comes from or when it will be known. */
        note: v.string(),
      }),
    ),
    lines: v.array(
      v.object({
        id: Id,
        occurredOn: Day,
        dimension: v.string(),
        points: v.number(),
        explanation: v.string(),
        /** Which item of which version of the scheme, in words. */
        clause: v.string(),
        source: v.object({ kind: v.picklist(['meeting']), id: Id, title: v.string() }),
        /** A counter-entry: the id of the line that it reverses. */
        reverses: v.nullable(Id),
      }),
    ),
    /** Recorded but not signed off yet: will count when the record is signed. */
    pending: v.array(v.object({ title: v.string(), note: v.string() })),
  }),
  example: {
    input: {},
    output: {
      enabled: true,
      period: {
        id: '01980000-0000-7000-8000-000000000401',
        name: '2026 下半年',
        startsOn: '2026-07-01',
        endsOn: '2026-12-31',
        state: 'open',
      },
      periods: [],
      scheme: { name: '先锋指数方案（演示）', version: 1 },
      total: 8,
      dimensions: [{ code: 'discipline', name: '党规党纪', max: 20, points: 8, note: '来自会议记录' }],
      lines: [
        {
          id: '01980000-0000-7000-8000-000000000402',
          occurredOn: '2026-09-18',
          dimension: 'discipline',
          points: 2,
          explanation: '9月主题党日，按时到会',
          clause: '方案第 1 版第 1 项',
          source: { kind: 'meeting', id: '01980000-0000-7000-8000-000000000201', title: '9月主题党日' },
          reverses: null,
        },
      ],
      pending: [],
    },
  },
});
