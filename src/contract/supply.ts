import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, Nothing, Version } from './shapes';
import { PieceState } from './studyDesk';

const Organisation = v.object({ id: Id, name: v.string() });

/** Whose week it is to supply pieces (轮值供稿). */
const Turn = v.object({
  id: Id,
  /** Whose pieces they are. */
  publisher: Organisation,
  supplier: Organisation,
  /** The Monday of the week. */
  week: Day,
  /** The reader answers for the supplier: writes for the week, swaps it. */
  mine: v.boolean(),
  /** The reader lays turns here. */
  mayLay: v.boolean(),
  version: Version,
  /** What has been written for the week, as far as the reader sees it. */
  pieces: v.array(v.object({ id: Id, title: v.string(), state: PieceState })),
});

/** A swap that waits for an answer, seen by those who answer for the two. */
const Swap = v.object({
  id: Id,
  /** Of those who ask. */
  turnId: Id,
  /** Of those who are asked. */
  withTurnId: Id,
  /** The reader may answer. */
  toAnswer: v.boolean(),
  /** The reader may take it back. */
  toTakeBack: v.boolean(),
});

/** A rota that the reader lays. */
const Rota = v.object({
  id: Id,
  name: v.string(),
  /** How many coming working days have a piece without a gap. */
  stockWorkdays: Count,
  /** The first working day without one. */
  gap: Day,
  /** Who can take turns. */
  suppliers: v.array(Organisation),
  /** Mondays of the coming working weeks that nobody has yet. */
  freeWeeks: v.array(Day),
});

const ids = {
  turn: '01980000-0000-7000-8000-000000000801',
  other: '01980000-0000-7000-8000-000000000802',
  swap: '01980000-0000-7000-8000-000000000803',
  committee: '01980000-0000-7000-8000-00000000000a',
  branch: '01980000-0000-7000-8000-00000000000b',
};

export const studySupplyRota = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    /** From this week on, in order. */
    turns: v.array(Turn),
    swaps: v.array(Swap),
    layFor: v.array(Rota),
  }),
  example: {
    input: {},
    output: {
      turns: [
        {
          id: ids.turn,
          publisher: { id: ids.committee, name: '演示局机关党委' },
          supplier: { id: ids.branch, name: '机关第二党支部' },
          week: '2026-11-23',
          mine: true,
          mayLay: false,
          version: 1,
          pieces: [],
        },
      ],
      swaps: [],
      layFor: [],
    },
  },
});

/** As many weeks as half a year has. */
const mostWeeks = 26;
/** More organisations than a bureau's rota has. */
const mostSuppliers = 60;

/** Lays turns: the weeks from `from` on that nobody has yet are given to the suppliers in turn. */
export const studyLaySupply = operation({
  kind: 'write',
  input: v.object({
    /** Whose pieces they are. */
    organisationId: Id,
    /** A Monday. */
    from: Day,
    weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostWeeks)),
    supplierIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(mostSuppliers)),
  }),
  output: v.object({ turnIds: v.array(Id) }),
  example: {
    input: { organisationId: ids.committee, from: '2026-11-23', weeks: 4, supplierIds: [ids.branch] },
    output: { turnIds: [ids.turn] },
  },
});

const seenTurn = { turnId: Id, version: Version };

/** Gives a week to another supplier. */
export const studyChangeSupply = operation({
  kind: 'write',
  input: v.object({ ...seenTurn, supplierId: Id }),
  output: v.object(seenTurn),
  example: {
    input: { turnId: ids.turn, version: 1, supplierId: ids.branch },
    output: { turnId: ids.turn, version: 2 },
  },
});

/** Takes a week off the rota. */
export const studyCancelSupply = operation({
  kind: 'write',
  input: v.object(seenTurn),
  output: v.object({ turnId: Id }),
  example: { input: { turnId: ids.turn, version: 1 }, output: { turnId: ids.turn } },
});

export const studyAskSupplySwap = operation({
  kind: 'write',
  input: v.object({ turnId: Id, withTurnId: Id }),
  output: v.object({ swapId: Id }),
  example: { input: { turnId: ids.turn, withTurnId: ids.other }, output: { swapId: ids.swap } },
});

export const studyAnswerSupplySwap = operation({
  kind: 'write',
  input: v.object({ swapId: Id, agreed: v.boolean() }),
  output: v.object({ agreed: v.boolean() }),
  example: { input: { swapId: ids.swap, agreed: true }, output: { agreed: true } },
});

export const studyTakeBackSupplySwap = operation({
  kind: 'write',
  input: v.object({ swapId: Id }),
  output: v.object({ swapId: Id }),
  example: { input: { swapId: ids.swap }, output: { swapId: ids.swap } },
});
