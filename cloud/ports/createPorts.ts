import type { Config } from '../config';
import { systemClock } from './clock';
import { cloudFileStore } from './cloudFileStore';
import { diskFileStore } from './diskFileStore';
import { parseKeys } from './keyring';
import { consoleLog } from './log';
import type { Ports } from './ports';
import { systemRandom } from './random';
import { weixinHttp } from './weixinHttp';
import { localWeixin } from './weixinLocal';
import { weixinSettings } from './weixinTemplates';

/** The real outside, as the configuration names it. Throws a sentence when `keys` is malformed. */
export function createPorts(
  config: Pick<
    Config,
    'filesDir' | 'fileStore' | 'weixinApps' | 'weixinPhone' | 'weixinTemplates' | 'playWeixin'
  >,
  keys: string,
): Ports {
  return {
    clock: systemClock,
    random: systemRandom,
    log: consoleLog,
    keyring: parseKeys(keys),
    weixin: config.playWeixin
      ? localWeixin(consoleLog)
      : weixinHttp({
          apps: config.weixinApps,
          settings: weixinSettings(config.weixinPhone, config.weixinTemplates),
        }),
    files: config.fileStore ? cloudFileStore(config.fileStore) : diskFileStore(config.filesDir),
  };
}
