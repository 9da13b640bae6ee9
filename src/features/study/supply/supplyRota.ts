import type { Output } from '../../../contract/operations';

/** Whose week it is to supply pieces, and what the reader may do about it. */
export type SupplyAnswer = Output<'study.supplyRota'>;

/** One week of a rota. */
export type SupplyTurn = SupplyAnswer['turns'][number];

/** A rota that the reader lays. */
export type LaidRota = SupplyAnswer['layFor'][number];
