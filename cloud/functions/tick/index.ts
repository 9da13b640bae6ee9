import { consoleLog } from '../../ports/log';
import { runTick, type Ticked } from '../../tick';
import { whenReady } from '../instance';
import { readPlatformCaller } from '../platformCaller';

/**
 * The cloud function `tick`: what happens by the clock, once a minute by its timer. Anybody can call a function by
 * name, so it runs for the timer only; called anyway it would do no harm.
 */
export async function main(event: unknown): Promise<{ ok: boolean; ticked?: Ticked }> {
  if (readPlatformCaller(event, process.env).kind !== 'timer') return { ok: false };
  try {
    const { db, ports } = await whenReady();
    return { ok: true, ticked: await runTick(db, ports) };
  } catch (error) {
    consoleLog.error('tick failed', error);
    return { ok: false };
  }
}
