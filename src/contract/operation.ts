import type * as v from 'valibot';

type Schema = v.GenericSchema<unknown, unknown>;

/**
 * - `read`: changes nothing.
 * - `write`: concerns others or the organisation: needs a mutationId, keeps a receipt, is audited.
 * - `mark`: the member's own private mark or an act with its own natural key: no receipt, no audit
 *   (architecture.md "Data").
 * - `door`: before anybody is known (activation, sign-in): no receipt, security log instead.
 */
export type OperationKind = 'read' | 'write' | 'mark' | 'door';

/** One message that client and cloud agree on: its name lives in the table of operations. */
export interface OperationContract<I extends Schema = Schema, O extends Schema = Schema> {
  kind: OperationKind;
  input: I;
  output: O;
  /** One valid example of both; used by the contract test and by client tests. */
  example: { input: v.InferInput<I>; output: v.InferOutput<O> };
}

/** Declares an operation and checks its example against its schemas by type. */
export function operation<I extends Schema, O extends Schema>(
  contract: OperationContract<I, O>,
): OperationContract<I, O> {
  return contract;
}
