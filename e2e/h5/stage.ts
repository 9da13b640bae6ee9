import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Clock } from '../../cloud/ports/clock';
import { startTestServer, type TestServer } from '../../cloud/testing/testServer';
import { launchChromium } from '../browser/chromium';
import { Visitor } from './visitor';

export const h5Dir = join(__dirname, '..', '..', 'dist', 'h5');

/** A server with its database, and a browser in which people come and go. */
export interface Stage {
  server: TestServer;
  browser: Browser;
  clock: Clock;
  /** Somebody opens a window of their own: nothing is shared with the others. */
  arrive(options?: BrowserContextOptions): Promise<Visitor>;
  /** Ends everything. Throws what visitors ran into behind the screen, and what the server called unexpected. */
  close(): Promise<void>;
}

/** A Monday, 08:30 in Shanghai: a working day, an hour after the piece of the day is out. */
const MONDAY_MORNING = '2026-11-23T00:30:00.000Z';

/**
 * Starts the whole: real database with the demo bureau (or, with `isEmpty`, without any), server with tick, built H5,
 * Chromium. The clocks of both begin at `start` and go on from there. Close it in `afterAll`.
 */
export async function openStage({ start = MONDAY_MORNING, isEmpty = false } = {}): Promise<Stage> {
  if (!existsSync(join(h5Dir, 'index.html')))
    throw new Error('dist/h5 is missing: run `npm run build:h5` first');
  const clock = clockFrom(start);
  const [server, browser] = await Promise.all([
    startTestServer(h5Dir, { clock, start, isEmpty }),
    launchChromium(),
  ]);
  const visitors: Visitor[] = [];
  return {
    server,
    browser,
    clock,
    arrive: async (options) => {
      const visitor = await Visitor.arrive(browser, server.url, clock, options);
      visitors.push(visitor);
      return visitor;
    },
    close: async () => {
      const left = await Promise.allSettled(visitors.map((visitor) => visitor.leave()));
      await browser.close();
      await server.stop();
      const troubles = left.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      const all = [...troubles, ...server.errors.map((line) => `the server: ${line}`)];
      if (all.length > 0) throw new Error(all.join('\n'));
    },
  };
}

function clockFrom(start: string): Clock {
  const ahead = Date.parse(start) - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}
