import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { stopTestCluster } from '../cloud/testing/cluster';
import { startTestServer, stepInto } from '../cloud/testing/testServer';
import { launchChromium } from '../e2e/browser/chromium';
import { meKey, namespace } from '../src/platform/storageKeys';
import { type Benchmark, inPairs, median, round } from './benchmark';

const PAIRS = 5;
/** It stands under the piece on every day and at every hour, stamped or not. */
const READY = 'text=晨学日历';
const ROOT = join(__dirname, '..');

/**
 * Lighthouse's mobile settings: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there
 * and back, processor four times slower. Without them a loopback page says nothing of a phone.
 */
const MOBILE = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
};
const SLOWER = 4;

/** One page load as a person's phone would see it. */
interface PageLoad {
  fcp: number;
  lcp: number;
  kilobytes: number;
}

/** The built H5's first page, signed in, beside an empty Taro H5 page: LCP, and FCP and kilobytes besides. */
export const h5Today: Benchmark = {
  title: '浏览器里打开今天的一篇',
  run: async () => {
    const emptyDir = buildEmptyPage();
    const demo = await startTestServer(join(ROOT, 'dist', 'h5'));
    const cookie = await stepInto(demo.url, 'member');
    const empty = await startTestServer(emptyDir, { isEmpty: true });
    const browser = await launchChromium();
    const returning = await comeBackAs(browser, demo.url, cookie);
    const loads: { ours: PageLoad[]; empty: PageLoad[] } = { ours: [], empty: [] };
    const ours = async () => {
      const load = await loadPage(browser, demo.url, returning, READY);
      loads.ours.push(load);
      return load.lcp;
    };
    const baseline = async () => {
      const load = await loadPage(browser, empty.url, null, 'text=只有这一句');
      loads.empty.push(load);
      return load.lcp;
    };
    await ours();
    await baseline();
    const figures = await inPairs(PAIRS, ours, baseline);
    await browser.close();
    await demo.stop();
    await empty.stop();
    await stopTestCluster();
    const middle = (list: PageLoad[], key: keyof PageLoad) => round(median(list.map((one) => one[key])));
    return {
      unit: 'ms LCP',
      better: 'lower',
      ...figures,
      baselineIs: 'an empty Taro H5 page from the same server code, same throttling',
      more: {
        fcpOurs: middle(loads.ours, 'fcp'),
        fcpEmpty: middle(loads.empty, 'fcp'),
        kilobytesOurs: middle(loads.ours, 'kilobytes'),
        kilobytesEmpty: middle(loads.empty, 'kilobytes'),
        throttling: '1.6 Mbit/s, 150 ms, CPU / 4',
      },
    };
  },
};

/** What a browser has kept of somebody: the session's cookie and who it was. */
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/**
 * Somebody who has used this browser before, as after any morning but the first, and whose copies are gone: the page asks
 * for the piece at once, and must get it from the server. Scripts are loaded anew each time, too.
 */
async function comeBackAs(browser: Browser, url: string, cookie: string): Promise<Kept> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector(READY);
  const { cookies, origins } = await context.storageState();
  await context.close();
  const onlyWho = origins.map(({ origin, localStorage }) => ({
    origin,
    localStorage: localStorage.filter((one) => one.name === namespace + meKey),
  }));
  if (onlyWho.every((one) => one.localStorage.length === 0)) throw new Error('the browser keeps nobody');
  return { cookies, origins: onlyWho };
}

async function loadPage(browser: Browser, url: string, kept: Kept | null, ready: string): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ...(kept ? { storageState: kept } : {}),
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { lcp: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', MOBILE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto(url);
  await page.waitForSelector(ready, { timeout: 60_000 });
  await page.waitForTimeout(500);
  const timing = await page.evaluate(() => ({
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    lcp: (window as unknown as { seen: { lcp: number } }).seen.lcp,
  }));
  await context.close();
  return { ...timing, kilobytes: bytes / 1024 };
}

/** Builds the empty page once per state of its sources, in the temporary folder. */
function buildEmptyPage(): string {
  const source = join(__dirname, 'emptyPage');
  const hash = createHash('sha256');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(ts|tsx|js|json|html)$/.test(file)) hash.update(readFileSync(join(source, file)));
  }
  const output = join(tmpdir(), `morning-study-empty-page-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(join(output, 'index.html'))) return output;
  const run = spawnSync(
    process.execPath,
    [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--no-check'],
    {
      cwd: source,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', TARO_ENV: 'h5', CLIENT_OUTPUT: output },
    },
  );
  if (!existsSync(join(output, 'index.html')))
    throw new Error(`the empty page did not build: ${run.stdout}${run.stderr}`);
  return output;
}
