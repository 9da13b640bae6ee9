import type { Output } from '../../contract/operations';

/** Who speaks when, and what the reader may do about it. */
export type RotaAnswer = Output<'lecture.rota'>;

/** One turn of a rota. */
export type Turn = RotaAnswer['turns'][number];
