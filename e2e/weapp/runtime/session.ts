import { Activity } from './activity';
import { type Engine, startEngine } from './engine';
import type { ErrorLog } from './errorLog';
import type { MiniProgramFiles } from './miniProgramFiles';
import { type AppOptions, createModuleLoader } from './modules';
import { Packages } from './packages';
import { PageStack } from './pageStack';
import { createRealm, type Realm } from './realm';
import { Dialogs } from './wx/dialogs';
import { Listeners } from './wx/listeners';
import { mediaApis, type PhoneMedia, type SoundHands } from './wx/mediaApis';
import { type Network, networkApis } from './wx/networkApis';
import { pageApis, type RecordedCall } from './wx/pageApis';
import { type PrivacyState, privacyApis } from './wx/privacyApis';
import { queryApis } from './wx/queryApis';
import { type StoredEntries, storageApis } from './wx/storageApis';
import { type Account, type LaunchOptions, type Phone, systemApis } from './wx/systemApis';
import { createWx } from './wx/wxObject';

/** What outlives the app's process: the phone's memory, settings and line. */
export interface Device {
  entries: StoredEntries;
  privacy: PrivacyState;
  media: PhoneMedia;
  phone: Phone;
  account: Account;
  network: Network;
  /** Roots of the subpackages that have been downloaded. */
  downloaded: Set<string>;
}

/** One run of the app, from launch to the end of its process. */
export interface Session {
  engine: Engine;
  stack: PageStack;
  dialogs: Dialogs;
  listeners: Listeners;
  activity: Activity;
  recorded: RecordedCall[];
  sound: SoundHands;
  /** Calls a function of the App object (onShow, onHide, onThemeChange, …) if it has it. */
  callApp(hook: string, argument: unknown): void;
  /** Ends the process: no timer or callback of the app runs afterwards, nothing is told. */
  kill(): void;
}

interface SessionOptions {
  files: MiniProgramFiles;
  device: Device;
  errors: ErrorLog;
  launch: LaunchOptions;
  now?: () => number;
}

/** Launches the app: its code is run, App.onLaunch and onShow are called, the first page opens. */
export function startSession({ files, device, errors, launch, now }: SessionOptions): Session {
  const activity = new Activity();
  const realm = createRealm({ errors, activity, now });
  const context = { realm, errors, activity };
  const engine = startEngine(files, realm, errors);
  const listeners = new Listeners(errors);
  const dialogs = new Dialogs(context);
  const recorded: RecordedCall[] = [];
  let app: AppOptions | undefined;

  const callApp = (hook: string, argument: unknown) => {
    const handler = app?.[hook];
    if (typeof handler !== 'function') return;
    try {
      handler.call(app, realm.copyIn(argument));
    } catch (error) {
      errors.add(`App ${hook}`, error);
    }
  };
  const modules = createModuleLoader(files, realm, engine);
  const stack = new PageStack({
    files,
    engine,
    modules,
    packages: new Packages(files, device.downloaded, () => device.network.isOnline),
    realm,
    errors,
    pageNotFound: (path, query) => {
      callApp('onPageNotFound', { path, query, isEntryPage: true });
      return typeof app?.onPageNotFound === 'function';
    },
  });

  const privacy = privacyApis(context, device.privacy, dialogs);
  const media = mediaApis(context, files.app, device.media, device.network, privacy.require);

  // WeChat launches the app within the call of App(), before the pages' files run.
  realm.global.App = (options: AppOptions) => {
    app = options;
    callApp('onLaunch', launch);
    callApp('onShow', launch);
  };
  realm.global.getApp = () => app;
  realm.global.getCurrentPages = () => asRealmArray(realm, stack.callers());
  realm.global.wx = createWx(realm, errors, {
    ...storageApis(context, device.entries),
    ...networkApis(context, device.network, listeners),
    ...systemApis(context, files.app, device.phone, device.account, launch, listeners),
    ...privacy.apis,
    ...media.apis,
    ...pageApis(context, () => stack, recorded),
    ...queryApis(context, () => stack),
    ...dialogs.apis(),
  });

  const run = (where: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      errors.add(where, error);
    }
  };
  run('app.js', () => modules.load('app'));
  if (files.app.lazyCodeLoading !== 'requiredComponents') {
    for (const page of files.app.pages) run(page, () => modules.loadComponent(page));
  }
  run('launch', () => stack.launch(launch));

  return {
    engine,
    stack,
    dialogs,
    listeners,
    activity,
    recorded,
    sound: media.hands,
    callApp,
    kill: () => {
      realm.kill();
      dialogs.close();
      engine.close();
    },
  };
}

/** An array of the realm that holds the given objects themselves, not copies. */
function asRealmArray(realm: Realm, items: unknown[]): unknown[] {
  const array = realm.copyIn<unknown[]>([]);
  array.push(...items);
  return array;
}
