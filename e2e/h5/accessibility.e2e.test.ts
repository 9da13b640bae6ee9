import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { isInProduction, type RouteName, routeTable } from '../../src/platform/routeTable';
import { comeAs, type Visit, visitsOf } from './screens';
import { openStage, type Stage } from './stage';
import { phone, type Visitor } from './visitor';

jest.setTimeout(240_000);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const wcag: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};
/** Nothing but colours changes between light and dark. */
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

const screens = (Object.keys(routeTable) as RouteName[]).filter((name) => isInProduction(routeTable[name]));

/** What axe finds wrong on the page, one line each. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}

/** By how many px a page is wider than its window; tables scroll in themselves. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

let stage: Stage;
let visits: Record<string, Visit>;
const lookers = new Map<string, Visitor>();
beforeAll(async () => {
  stage = await openStage();
  visits = await visitsOf(stage);
});
afterAll(() => stage.close());

/** Each person keeps one window for standard and one for large type. */
async function lookerFor({ as }: Visit, size: 'standard' | 'large'): Promise<Visitor> {
  const key = `${as} ${size}`;
  const known = lookers.get(key);
  if (known) return known;
  // So high that nothing lies below the fold: what the tabs cover there, one scrolls up to.
  const visitor = await stage.arrive({ viewport: { ...phone, height: 5000 }, serviceWorkers: 'block' });
  lookers.set(key, visitor);
  // With the page, not into it: handed over for each look, its 600 KB cost more than all the looks.
  await visitor.context.addInitScript(axe);
  await comeAs(as, visitor.context, stage.server.url);
  await visitor.context.addInitScript(`localStorage.setItem('morning-study:textSize', '"${size}"')`);
  return visitor;
}

test.each(screens)('%s can be used by everybody: light, dark, large type', async (name) => {
  const visit = visits[name];
  if (!visit) throw new Error(`no visit of ${name} is planned in screens.ts`);
  await isForEverybody(visit);
});

test('the bank’s questions of a changed law can be used by everybody, too', async () => {
  const { path } = visits.deskBank ?? { path: '' };
  await isForEverybody({
    as: 'committeeOfficer',
    path: `${path}?show=checking`,
    sees: '核对过，仍然成立',
  });
});

async function isForEverybody(visit: Visit): Promise<void> {
  const standard = await lookerFor(visit, 'standard');
  await standard.open(visit.path);
  await standard.sees(visit.sees);
  expect(await violations(standard.page, wcag)).toEqual([]);
  expect(await overflow(standard.page)).toBeLessThanOrEqual(0);
  await standard.page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(standard.page, contrast)).toEqual([]);
  await standard.page.emulateMedia({ colorScheme: 'light' });

  const large = await lookerFor(visit, 'large');
  await large.open(visit.path);
  await large.sees(visit.sees);
  expect(await large.page.locator('.ui-large-type').count()).toBeGreaterThan(0);
  expect(await violations(large.page, wcag)).toEqual([]);
  expect(await overflow(large.page)).toBeLessThanOrEqual(0);
}
