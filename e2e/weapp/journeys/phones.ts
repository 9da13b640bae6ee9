import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Dispatch } from '../../../cloud/dispatch';
import type { OperationName, Output } from '../../../src/contract/operations';
import type { WireReply } from '../../../src/contract/transport';
import { type LaunchRequest, launchMiniProgram, type MiniProgram } from '../miniProgram';
import { operationOf, realCloud } from './realCloud';

const dist = path.join(__dirname, '../../../dist/weapp');

interface Surroundings {
  dispatch: Dispatch;
  clock: { now(): Date };
  /** The mini-program's appid in this bureau. */
  appid: string;
}

/** The phones of one journey. Their clocks begin where the bureau's stands and run on, as wheels and queues need. */
export class Phones {
  private readonly open: MiniProgram[] = [];

  constructor(private readonly surroundings: Surroundings) {}

  /** Starts the built app on the phone of somebody whom WeChat calls `openid`. */
  async start(openid: string = randomUUID(), more: Partial<LaunchRequest> = {}): Promise<MiniProgram> {
    const { dispatch, clock, appid } = this.surroundings;
    const startedAt = performance.now();
    const app = await launchMiniProgram({
      dist,
      appId: appid,
      now: () => clock.now().getTime() + Math.round(performance.now() - startedAt),
      ...realCloud(dispatch, { appid, openid }),
      ...more,
    });
    this.open.push(app);
    return app;
  }

  /** Puts all phones away. @throws when one of the apps had an error that its journey has not taken */
  async close(): Promise<void> {
    const open = this.open.splice(0);
    const ends = await Promise.allSettled(open.map((app) => app.close()));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** What the cloud answered to one operation so far, oldest first; refusals are left out. */
export function answersOf<N extends OperationName>(app: MiniProgram, operation: N): Output<N>[] {
  return app.calls
    .filter((call) => operationOf(call.name) === operation)
    .flatMap(({ result }) => {
      const reply = result as WireReply | undefined;
      return reply?.ok ? [reply.data as Output<N>] : [];
    });
}
