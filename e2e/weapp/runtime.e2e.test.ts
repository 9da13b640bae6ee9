import path from 'node:path';
import { type LaunchRequest, launchMiniProgram, type MiniProgram } from './miniProgram';

const dist = path.join(__dirname, 'fixture');

// Longer than the driver's own patience, so that its message, with the page as it is, is the one that is seen.
jest.setTimeout(240_000);

let app: MiniProgram;

/** Where what is refused shall be refused soon: nothing in these pages comes late. */
const BRIEF_MS = 300;

async function launch(request: Partial<LaunchRequest> = {}): Promise<void> {
  app = await launchMiniProgram({ dist, ...request });
}

/** Calls a function of wx from the console page and returns its answer. */
async function callWx(name: string, options: object = {}): Promise<unknown> {
  await app.input('function', name);
  await app.input('parameters', JSON.stringify(options));
  await app.tap('Call');
  return answer();
}

async function callWxSync(name: string, ...parameters: unknown[]): Promise<unknown> {
  await app.input('function', name);
  await app.input('parameters', JSON.stringify(parameters));
  await app.tap('Call sync');
  return answer();
}

/** What the console page shows; undefined when the call has led to another page. */
function answer(): unknown {
  if (app.page().path !== 'pages/console/console') return undefined;
  const text = app.getAllByTag('text').at(-1)?.text ?? '';
  return text === '' || text.startsWith('thrown: ') ? text : (JSON.parse(text) as unknown);
}

function lifecycle(): unknown {
  return app.storage().lifecycle;
}

describe('drawing', () => {
  beforeEach(() => launch());
  afterEach(() => app.close());

  test('imports, templates, wxs, components and slots are drawn, hidden things are not read', () => {
    expect(app.page()).toMatchObject({ path: 'pages/home/home', title: 'Home page' });
    expect(app.text()).toBe('first row\nAdd\nCaught\nadded 0 times\nNew inside');
  });

  test('setData follows paths and calls back when it is drawn', async () => {
    await app.tap('Add');
    expect(app.text()).toContain('changed row\nAdd');
    expect(app.text()).toContain('added 2 times');
    expect(lifecycle()).toContain('setData was drawn');
    await app.tap('Add');
    expect(app.text()).toContain('more than two');
  });

  test('a handler gets WeChat’s event: type, detail, mark, and plain nodes with id and dataset', async () => {
    await app.tap('Add');
    const node = { id: 'add', offsetLeft: 0, offsetTop: 0, dataset: { step: '2', longName: 'kept' } };
    expect(JSON.parse(app.getByText(/^\{/).text)).toEqual({
      type: 'tap',
      detail: { x: 0, y: 0 },
      mark: { area: 'list', kind: 'counter' },
      target: node,
      currentTarget: node,
    });
  });

  test('a tap bubbles unless it is caught', async () => {
    await app.tap('Caught');
    expect(lifecycle()).not.toContain('outer tap from , current outer');
    await app.tap('Add');
    expect(lifecycle()).toContain('outer tap from add, current outer');
  });

  test('a component tells its page by its own event', async () => {
    await app.tap(app.getByLabel('badge New'));
    expect(app.getByText('opened New').tag).toBe('text');
  });
});

describe('navigation', () => {
  beforeEach(() => launch({ path: 'pages/console/console', query: { day: '一 1' } }));
  afterEach(() => app.close());

  test('a launch calls the app, then the page, with its query', () => {
    expect(lifecycle()).toEqual([
      'app onLaunch pages/console/console',
      'app onShow',
      'console onLoad {"day":"一 1"}',
      'console onShow',
      'console onReady',
    ]);
  });

  test('a page opens over the other, and goes back to it, in WeChat’s order', async () => {
    await callWx('navigateTo', { url: '/extra/detail/detail?from=here&name=%E6%99%A8' });
    expect(app.page()).toMatchObject({
      path: 'extra/detail/detail',
      query: { from: 'here', name: '%E6%99%A8' },
    });
    await app.back();
    expect(app.page().path).toBe('pages/console/console');
    expect((lifecycle() as string[]).slice(5)).toEqual([
      'console onHide',
      'extra package ran',
      'detail onLoad {"from":"here","name":"%E6%99%A8"}',
      'detail onShow',
      'detail onReady',
      'detail onUnload',
      'console onShow',
    ]);
  });

  test('redirectTo ends the page it leaves; reLaunch ends all', async () => {
    await callWx('navigateTo', { url: '../../extra/detail/detail' });
    await app.tap('Back');
    await callWx('redirectTo', { url: '/extra/detail/detail' });
    expect(app.depth()).toBe(1);
    expect(lifecycle()).toContain('console onUnload');
    await app.relaunch({ path: 'pages/console/console' });
    await callWx('navigateTo', { url: '/extra/detail/detail' });
    await app.back();
    await callWx('reLaunch', { url: '/pages/home/home?fresh=1' });
    expect(app.depth()).toBe(1);
    expect((lifecycle() as string[]).slice(-4)).toEqual([
      'console onUnload',
      'home onLoad {"fresh":"1"}',
      'home onShow',
      'home onReady',
    ]);
  });

  test('switchTab keeps tabs, ends other pages and drops parameters', async () => {
    await app.switchTab('Home');
    expect(lifecycle()).toEqual(expect.arrayContaining(['console onHide', 'home onLoad {}', 'tab Home']));
    await app.switchTab('Console');
    await callWx('navigateTo', { url: '/extra/detail/detail' });
    expect(app.depth()).toBe(2);
    await expect(app.switchTab('Home')).rejects.toThrow('no tab bar is shown');
    await app.back();
    await callWx('switchTab', { url: '/pages/home/home?lost=1' });
    expect(app.page().query).toEqual({});
    expect((lifecycle() as string[]).filter((line) => line.startsWith('home onLoad'))).toHaveLength(1);
    expect(lifecycle()).not.toContain('console onUnload');
  });

  test.each([
    ['navigateTo', '/pages/home/home', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/home/home', 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', '/extra/detail/detail', 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateTo', '/pages/none/none', 'navigateTo:fail page "pages/none/none" is not found'],
  ])('%s to %s is refused', async (name, url, errMsg) => {
    expect(await callWx(name, { url })).toEqual({ errMsg });
  });

  test('the first page has no way back', async () => {
    expect(await callWx('navigateBack')).toEqual({
      errMsg: 'navigateBack:fail cannot navigate back at first page.',
    });
    await expect(app.back()).rejects.toThrow('cannot navigate back at first page');
  });

  test('ten pages may be open, not eleven', async () => {
    await callWx('navigateTo', { url: '/extra/detail/detail' });
    while (app.depth() < 10) await app.tap('Deeper');
    await expect(app.tap('Deeper')).rejects.toThrow('webview count limit exceed');
    expect(app.depth()).toBe(10);
  });
});

describe('storage', () => {
  const MEGABYTE = 1024 * 1024;
  /** A string that takes, with its key of one letter and the quotes of JSON, exactly `bytes`. */
  const textOf = (bytes: number) => 'x'.repeat(bytes - 3);

  beforeEach(() => launch({ path: 'pages/console/console', storage: { kept: { a: [1] } } }));
  afterEach(() => app.close());

  test('values come back as they were, a missing one as empty text or as a failure', async () => {
    expect(await callWxSync('getStorageSync', 'kept')).toEqual({ a: [1] });
    expect(await callWxSync('getStorageSync', 'none')).toBe('');
    expect(await callWx('getStorage', { key: 'none' })).toEqual({ errMsg: 'getStorage:fail data not found' });
    expect(await callWx('setStorage', { key: 'b', data: 2 })).toEqual({ errMsg: 'setStorage:ok' });
    expect(await callWx('getStorage', { key: 'b' })).toEqual({ data: 2, errMsg: 'getStorage:ok' });
    await callWx('removeStorage', { key: 'b' });
    expect(app.storage()).not.toHaveProperty('b');
  });

  test('an entry of 1 MB fits, one byte more does not', async () => {
    await callWxSync('setStorageSync', 'k', textOf(MEGABYTE));
    expect(app.storage().k).toHaveLength(MEGABYTE - 3);
    expect(await callWxSync('setStorageSync', 'k', textOf(MEGABYTE + 1))).toBe(
      'thrown: setStorageSync:fail entry size limit reached',
    );
    expect(app.storage().k).toHaveLength(MEGABYTE - 3);
  });

  test('ten megabytes fit in all, not more', async () => {
    await app.close();
    const nine = Object.fromEntries([...'abcdefghi'].map((key) => [key, textOf(MEGABYTE)]));
    await launch({ path: 'pages/console/console', storage: { ...nine, lifecycle: [] } });
    expect(await callWx('setStorage', { key: 'j', data: textOf(MEGABYTE) })).toEqual({
      errMsg: 'setStorage:fail exceed storage max size 10Mb',
    });
    expect(await callWx('setStorage', { key: 'j', data: textOf(MEGABYTE - 2000) })).toEqual({
      errMsg: 'setStorage:ok',
    });
  });

  test('what is stored outlives the process, what is in memory does not', async () => {
    await callWxSync('setStorageSync', 'b', 'still here');
    await app.relaunch();
    expect(app.page().path).toBe('pages/home/home');
    expect(app.storage()).toMatchObject({ kept: { a: [1] }, b: 'still here' });
    expect((lifecycle() as string[]).filter((line) => line.startsWith('app onLaunch'))).toHaveLength(2);
  });
});

describe('the network', () => {
  afterEach(() => app.close());

  test('a cloud call reaches the test and is recorded with its answer', async () => {
    await launch({
      path: 'pages/console/console',
      cloud: async (name, data) => ({ name, data, none: undefined }),
    });
    const asked = { name: 'api', data: { a: 1 } };
    expect(await callWx('cloud.callFunction', asked)).toMatchObject({
      result: asked,
      errMsg: 'cloud.callFunction:ok',
    });
    expect(app.calls).toEqual([{ ...asked, result: asked }]);
  });

  test('a function that crashes fails the call', async () => {
    await launch({ path: 'pages/console/console', cloud: () => Promise.reject(new Error('boom')) });
    expect(await callWx('cloud.callFunction', { name: 'api' })).toMatchObject({ errCode: -504002 });
  });

  test('offline every call fails, also one that is on its way, though its work is done', async () => {
    let finish: (value: unknown) => void = () => undefined;
    await launch({
      path: 'pages/console/console',
      cloud: () => new Promise((resolve) => (finish = resolve)),
      request: async () => ({ statusCode: 200, data: {} }),
    });
    await callWx('cloud.callFunction', { name: 'api' });
    await app.offline();
    finish({ isStored: true });
    await app.waitForText('request:fail');
    expect(app.calls).toEqual([{ name: 'api', data: {}, result: { isStored: true } }]);

    expect(await callWx('request', { url: 'https://example.org' })).toMatchObject({
      errMsg: expect.stringMatching(/^request:fail/),
    });
    expect(await callWx('getNetworkType')).toMatchObject({ networkType: 'none' });
    await app.online();
    expect(await callWx('request', { url: 'https://example.org' })).toMatchObject({ statusCode: 200 });
    expect(app.calls).toHaveLength(2);
  });

  test('an input of more than 100 KB does not leave the phone', async () => {
    await launch({ path: 'pages/console/console', cloud: async () => 'arrived' });
    const textOf = (bytes: number) => 'x'.repeat(bytes - '{"t":""}'.length);
    expect(
      await callWx('cloud.callFunction', { name: 'api', data: { t: textOf(100 * 1024) } }),
    ).toMatchObject({
      result: 'arrived',
    });
    expect(
      await callWx('cloud.callFunction', { name: 'api', data: { t: textOf(100 * 1024 + 1) } }),
    ).toMatchObject({
      errCode: -501000,
    });
    expect(app.calls).toHaveLength(1);
  });
});

describe('subpackages without a network', () => {
  beforeEach(() => launch());
  afterEach(() => app.close());

  const open = (url: string) => callWx('navigateTo', { url });

  test('one that was never here cannot be opened', async () => {
    await app.offline();
    await app.switchTab('Console');
    expect(await open('/extra/detail/detail')).toMatchObject({
      errMsg: expect.stringMatching(/^navigateTo:fail timeout: the subpackage extra/),
    });
  });

  test('one that was opened, or came ahead by preloadRule, opens, also after a restart', async () => {
    await app.switchTab('Console');
    await open('/extra/detail/detail');
    await app.offline();
    await app.relaunch({ path: 'pages/console/console' });
    await open('/ahead/page/page');
    expect(app.text()).toBe('here ahead of time');
    await app.back();
    await open('/extra/detail/detail?from=memory');
    expect(app.text()).toContain('detail memory');
  });
});

describe('windows of WeChat', () => {
  beforeEach(() => launch({ path: 'pages/console/console', patienceMs: BRIEF_MS }));
  afterEach(() => app.close());

  test('a modal stays until one of its buttons is tapped', async () => {
    await callWx('showModal', { title: 'Sure?', content: 'It cannot be undone', confirmText: 'Yes' });
    expect(app.text()).toContain('Sure?\nIt cannot be undone\n取消\nYes');
    await expect(app.tap('Call')).rejects.toThrow('its buttons are 取消, Yes');
    await app.tap('Yes');
    expect(answer()).toMatchObject({ confirm: true, cancel: false });
  });

  test('an action sheet tells the index, or that it was cancelled', async () => {
    await callWx('showActionSheet', { itemList: ['one', 'two'] });
    await app.tap('two');
    expect(answer()).toMatchObject({ tapIndex: 1 });
    await callWx('showActionSheet', { itemList: ['one', 'two'] });
    await app.tap('取消');
    expect(answer()).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });

  test('a toast is read until its time is over', async () => {
    await callWx('showToast', { title: 'Copied', duration: 100 });
    expect(app.text()).toContain('Copied');
    await app.waitForNoText('Copied');
  });

  test('a scan reads what the test holds before the camera, once', async () => {
    app.willScan('https://example.org/s/abc');
    expect(await callWx('scanCode')).toMatchObject({ result: 'https://example.org/s/abc' });
    expect(await callWx('scanCode')).toEqual({ errMsg: 'scanCode:fail cancel' });
  });

  test('WeChat asks for consent to the privacy guide once, and remembers a yes', async () => {
    expect(await callWx('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    await callWx('requirePrivacyAuthorize');
    await app.tap('拒绝');
    expect(answer()).toMatchObject({ errno: 104 });
    await callWx('requirePrivacyAuthorize');
    await app.tap('同意');
    expect(answer()).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
    await app.relaunch({ path: 'pages/console/console' });
    expect(await callWx('getPrivacySetting')).toMatchObject({ needAuthorization: false });
  });
});

describe('controls', () => {
  beforeEach(() => launch({ path: 'pages/controls/controls', patienceMs: BRIEF_MS }));
  afterEach(() => app.close());

  const said = () => JSON.parse(app.getAllByTag('text').at(-1)?.text ?? '') as unknown;

  test('checkboxes tell all checked values in the order of the page, also by their labels', async () => {
    await app.tap('Tuesday');
    expect(said()).toEqual(['mon', 'tue']);
    await app.tap('Monday');
    expect(said()).toEqual(['tue']);
  });

  test('of radios one is chosen', async () => {
    await app.tap('Small');
    await app.tap('Large');
    expect(said()).toBe('l');
    expect(app.getAllByTag('radio').map((radio) => radio.isChecked)).toEqual([false, true]);
  });

  test('a switch turns, and turns back', async () => {
    await app.tap(app.getByLabel('loud'));
    expect(said()).toBe(true);
    await app.tap('loud');
    expect(said()).toBe(false);
    await app.tap('Loud too');
    expect(app.getByLabel('second switch').isChecked).toBe(true);
  });

  test('a form collects what was entered under the names of its fields', async () => {
    await app.input('person', 'someone');
    await app.tap('Large');
    await app.pick(/^colour/, 1);
    expect(app.getByText('colour green').tag).toBe('view');
    await app.tap('Submit');
    expect(said()).toEqual({ person: 'someone', days: ['mon'], size: 'l', loud: false, colour: 1 });
  });

  test('what is disabled or too long cannot be done', async () => {
    await expect(app.tap('Never')).rejects.toThrow('"Never" is disabled');
    await expect(app.input('person', 'x'.repeat(141))).rejects.toThrow('the field takes 140 characters');
    await app.input('person', 'x'.repeat(140));
    expect(app.getByPlaceholder('person').value).toHaveLength(140);
  });

  test('a navigator goes on, and back', async () => {
    await app.tap('Go on');
    expect(app.text()).toBe('detail navigator\nDeeper\nBack');
    await app.tap('Back');
    expect(app.page().path).toBe('pages/controls/controls');
  });

  test('a target that is not there, or there twice, is named with the page as it is', async () => {
    await expect(app.tap('Nothing')).rejects.toThrow(
      /no element has the text or label Nothing, on pages\/controls/,
    );
    await expect(app.tap(/day$/)).rejects.toThrow(/2 elements have the text or label/);
  });
});

describe('faults', () => {
  beforeEach(() => launch({ path: 'pages/faults/faults' }));

  test.each([
    ['throw', /thrown in a handler/],
    ['throw later', /^timer: thrown in a timer/],
    ['reject', /^unhandled rejection: nobody caught this/],
    ['complain', /^console\.error: something is wrong: \{"code":7\}/],
    ['unknown tag', /<marquee> is neither a built-in tag nor declared/],
  ])('%s is collected and fails the end of the test', async (button, sentence) => {
    await app.tap(button);
    await app.settle();
    expect(app.errors()).toEqual([expect.stringMatching(sentence)]);
    await expect(app.close()).rejects.toThrow('the app had an error');
  });

  test('a rejection that somebody handles is no error', async () => {
    await app.tap('reject handled');
    expect(app.getByText('caught').tag).toBe('text');
    await app.close();
  });

  test('nothing of the browser or of Node exists', async () => {
    await app.tap('browser');
    const reads = (app.getAllByTag('text').at(-1)?.text ?? '').split(', ');
    expect(reads).toHaveLength(16);
    expect(reads.filter((read) => !read.endsWith(' ReferenceError'))).toEqual([]);
    await app.close();
  });

  test('code cannot be made from text, except for the way to the global object', async () => {
    await app.tap('code');
    expect(app.getAllByTag('text').at(-1)?.text).toBe('EvalError, reached object, EvalError');
    await app.close();
  });
});

describe('the phone', () => {
  test('an API that the runtime lacks throws its name and fails the test, even when it is swallowed', async () => {
    await launch({ path: 'pages/console/console' });
    expect(await callWxSync('getLocation', {})).toMatch(/^thrown: wx\.getLocation is not implemented/);
    await expect(app.close()).rejects.toThrow(
      'wx.getLocation is not implemented by the mini-program runtime',
    );
  });

  test('a name that WeChat does not know is no function', async () => {
    await launch({ path: 'pages/console/console' });
    expect(await callWxSync('getGold')).toBe('thrown: owner[last] is not a function');
    expect(await callWxSync('canIUse', 'getGold')).toBe(false);
    expect(await callWxSync('canIUse', 'scanCode.return.result')).toBe(true);
    await app.close();
  });

  test('font size, theme and clock are the phone’s', async () => {
    await launch({
      path: 'pages/console/console',
      fontSize: 20,
      theme: 'dark',
      now: () => Date.UTC(2027, 2, 1),
    });
    expect(await callWxSync('getAppBaseInfo')).toMatchObject({
      fontSizeSetting: 20,
      fontSizeScaleFactor: 1.25,
      theme: 'dark',
    });
    await app.setTheme('light');
    expect(await callWxSync('getAppBaseInfo')).toMatchObject({ theme: 'light' });
    await app.close();
  });

  test('going to the background and coming back is told to page and app', async () => {
    await launch();
    await app.toBackground();
    await app.toForeground();
    expect((lifecycle() as string[]).slice(-4)).toEqual([
      'home onHide',
      'app onHide',
      'app onShow',
      'home onShow',
    ]);
    expect(app.share()).toMatchObject({ title: 'shared from menu' });
    await app.close();
  });

  test('a card tapped in a chat brings the running app to its page, with nothing else open', async () => {
    await launch({ path: 'pages/console/console' });
    await callWx('navigateTo', { url: '/extra/detail/detail' });
    await app.openCard({ path: 'pages/home/home', query: { name: '晨' } });
    expect(app.page()).toMatchObject({ path: 'pages/home/home', query: { name: '%E6%99%A8' } });
    expect(app.depth()).toBe(1);
    expect((lifecycle() as string[]).slice(-6)).toEqual([
      'app onShow',
      'detail onUnload',
      'console onUnload',
      'home onLoad {"name":"%E6%99%A8"}',
      'home onShow',
      'home onReady',
    ]);
    await app.close();
  });

  test('a login brings a new code each time, and the account names the appid', async () => {
    let number = 0;
    await launch({
      path: 'pages/console/console',
      appId: 'wx00000000000000aa',
      newLoginCode: () => `code ${++number}`,
    });
    expect(await callWx('login')).toMatchObject({ code: 'code 1' });
    expect(await callWx('login')).toMatchObject({ code: 'code 2' });
    expect(await callWxSync('getAccountInfoSync')).toMatchObject({
      miniProgram: { appId: 'wx00000000000000aa' },
    });
    await app.close();
  });

  test('nothing runs on after the process was killed: no timer, no answer', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const cloud = () => new Promise((resolve) => (finish = resolve));
    await launch({ path: 'pages/console/console', cloud });
    await callWx('cloud.callFunction', { name: 'api' });
    await app.relaunch({ path: 'pages/faults/faults' });
    const killed = app.tap('throw later');
    // The finger has touched, and no timer has had its turn: what is promised comes before a tick, timers after it.
    await new Promise((resolve) => process.nextTick(resolve));
    await app.relaunch({ path: 'pages/console/console' });
    await killed;
    finish('too late');
    await app.waitFor(() => app.calls[0]?.result === 'too late', 'the answer');
    expect(answer()).toBe('');
    await app.close();
  });

  test('a build that is missing is named with the command that makes it', async () => {
    await expect(launchMiniProgram({ dist: path.join(dist, 'nowhere') })).rejects.toThrow(
      'npm run build:weapp',
    );
  });
});
