import * as v from 'valibot';
import { type OperationName, operations } from '../src/contract/operations';
import type { Hat } from '../src/domain/roster/acts';
import { AppError } from './appError';
import type { Context, ErasedMemberUseCase, Verdict } from './operation';

/**
 * The inner part of a member's request, inside its transaction: policy on the
 * actor, subject, policy on the subject, use case, output schema. Dispatch adds
 * identity, receipt and audit around it; filling the demo bureau calls it as is.
 * Throws AppError `not_allowed`, `not_found` or what the use case refuses with.
 */
export async function perform(
  useCase: ErasedMemberUseCase,
  context: Context,
  input: unknown,
  prepared?: unknown,
): Promise<{ data: unknown; hat: Hat | null; subject: unknown }> {
  let hat = admit(useCase.policy(context.actor, input as never), 'not_allowed');
  let subject: unknown;
  if (useCase.subject) {
    subject = await useCase.subject(context, input as never);
    if (subject === null || subject === undefined) throw new AppError('not_found');
    const verdict = useCase.subjectPolicy?.(context.actor, subject as never, input as never) ?? false;
    hat = admit(verdict, useCase.refusal ?? 'not_found') ?? hat;
  }
  const output = await useCase.run(context, input as never, subject as never, prepared as never);
  return { data: parseOutput(useCase.operation, output), hat, subject };
}

/** The hat of an allowing verdict, null when it allows without one; throws `refusal` when it does not allow. */
export function admit(verdict: Verdict, refusal: 'not_allowed' | 'not_found'): Hat | null {
  if (!verdict) throw new AppError(refusal);
  return typeof verdict === 'object' ? verdict : null;
}

/** What is not declared never leaves; what is declared and missing is our fault. */
export function parseOutput(name: OperationName, output: unknown): unknown {
  return v.parse(operations[name].output as v.GenericSchema, output);
}
