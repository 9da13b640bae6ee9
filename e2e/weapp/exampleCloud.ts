import * as v from 'valibot';
import { type OperationName, operations } from '../../src/contract/operations';
import type { WireReply } from '../../src/contract/transport';
import type { HttpRequest, HttpResponse } from './runtime/wx/networkApis';

/**
 * A server that answers every operation with the example output of its contract: enough for each
 * screen to have something to draw, for a member signed in or for a stranger. It stands behind
 * both transports and rejects what the real one would refuse to read: an unknown operation, or an
 * input that its schema does not take.
 */
export function exampleCloud(who: 'member' | 'stranger') {
  const reply = (name: string, input: unknown): WireReply => {
    if (!(name in operations)) throw new Error(`the contract has no operation ${name}`);
    const { input: schema, example } = operations[name as OperationName];
    const { issues } = v.safeParse(schema as v.GenericSchema, input ?? {});
    if (issues) throw new Error(`${name} does not take ${JSON.stringify(input)}: ${v.summarize(issues)}`);
    const known =
      who === 'member' && name === 'identity.welcome' ? operations['identity.me'].example.output : {};
    return { ok: true, data: { ...example.output, ...known } };
  };
  return {
    cloud: async (_function: string, event: unknown): Promise<WireReply> => {
      const { operation, input } = event as { operation: string; input: unknown };
      return reply(operation, input);
    },
    request: async ({ url, data }: HttpRequest): Promise<HttpResponse> => ({
      statusCode: 200,
      data: reply(url.replace(/^.*\/api\//, ''), (data as { input: unknown }).input),
    }),
  };
}
