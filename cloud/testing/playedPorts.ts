import { diskFileStore } from '../ports/diskFileStore';
import type { FileStore } from '../ports/fileStore';
import { type LocalWeixin, localWeixin } from '../ports/weixinLocal';

/** WeChat's far side for tests: the local adapter, held against the documented interface by its own contract test. */
export function playedWeixin(): LocalWeixin {
  return localWeixin();
}

/** The real disk store in a temporary folder. */
export function playedFiles(folder: string): FileStore {
  return diskFileStore(folder);
}
