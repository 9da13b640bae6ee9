import type { Clock } from './clock';
import type { FileStore } from './fileStore';
import type { Keyring } from './keyring';
import type { Log } from './log';
import type { Random } from './random';
import type { Weixin } from './weixin';

/** Everything the outside gives the program. */
export interface Ports {
  clock: Clock;
  random: Random;
  log: Log;
  keyring: Keyring;
  weixin: Weixin;
  files: FileStore;
}
