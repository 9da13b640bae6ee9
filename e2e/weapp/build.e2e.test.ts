import path from 'node:path';
import { operations } from '../../src/contract/operations';
import { exampleCloud } from './exampleCloud';
import { launchMiniProgram, type MiniProgram } from './miniProgram';
import { MiniProgramFiles } from './runtime/miniProgramFiles';
import { checkBuild, describeProblem } from './staticChecks';

const dist = path.join(__dirname, '../../dist/weapp');

// Fails here, with the command that builds, when there is no build.
const files = new MiniProgramFiles(dist);

/** What the screens are given in their address; each takes what it knows. */
const query = {
  ...operations['study.piece'].example.input,
  ...operations['meeting.get'].example.input,
};

// Longer than the driver's own patience, so that its message, with the page as it is, is the one that is seen.
jest.setTimeout(240_000);

let app: MiniProgram;

/** The screen has loaded, said something, and asked the server nothing that it refuses to read. */
async function expectDrawn(): Promise<void> {
  await app.waitForNoText('正在打开');
  expect(app.text()).not.toBe('');
  expect(app.calls.filter((call) => call.error !== undefined)).toEqual([]);
}

test('WeChat would take the build: templates, syntax, files, sizes, privacy', () => {
  expect(checkBuild(dist).map(describeProblem)).toEqual([]);
});

test('the app starts on its first tab, and every tab draws', async () => {
  app = await launchMiniProgram({ dist, ...exampleCloud('member') });
  expect(app.page().path).toBe(files.app.pages[0]);
  for (const { text, pagePath } of files.tabs) {
    await app.switchTab(text);
    expect(app.page().path).toBe(pagePath);
    await expectDrawn();
  }
  await app.close();
});

test.each(files.pages.map((page) => page.path))('%s opens without an error', async (page) => {
  app = await launchMiniProgram({ dist, path: page, query, ...exampleCloud('member') });
  await expectDrawn();
  await app.close();
});
