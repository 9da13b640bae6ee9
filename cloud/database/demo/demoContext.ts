import type { Input, OperationName, Output } from '../../../src/contract/operations';
import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { loadActor } from '../../identity/identityRepository';
import type { Context, ErasedMemberUseCase } from '../../operation';
import { perform } from '../../perform';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import type { Transaction } from '../tenantTransaction';

/** Somebody of the demo bureau doing something at some instant, through the real use cases and their policies. */
export interface DemoHand {
  does<N extends OperationName>(
    useCase: ErasedMemberUseCase & { operation: OperationName },
    operation: N,
    input: Input<N>,
  ): Promise<Output<N>>;
  context: Context;
}

/** The hand of a member at an instant; throws when they were not active or the policy refuses: demo data obeys the rules. */
export async function handOf(
  trx: Transaction,
  ports: Ports,
  tenantId: string,
  memberId: string,
  at: Date,
): Promise<DemoHand> {
  const actor = await loadActor(trx, { tenantId, memberId, sessionId: null }, shanghaiDay(at));
  if (!actor) throw new Error(`demo member ${memberId} is not active`);
  const fresh = () => newId(ports.clock, ports.random);
  const context: Context = {
    trx,
    actor,
    now: at,
    newId: fresh,
    ports,
    requestId: 'demo',
    channel: 'h5',
    mutationId: null,
    demo: true,
  };
  return {
    context,
    does: async (useCase, _operation, input) => {
      const prepared = await useCase.prepare?.(ports, input as never, actor);
      return (await perform(useCase, context, input, prepared)).data as Output<typeof _operation>;
    },
  };
}
