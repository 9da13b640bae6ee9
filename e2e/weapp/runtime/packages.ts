import type { MiniProgramFiles } from './miniProgramFiles';
import { WxFailure } from './wx/wxFailure';

/**
 * Which packages the phone has. The main package is always there; a subpackage comes with its
 * first page, or ahead of it by `preloadRule`, and neither happens without a network.
 */
export class Packages {
  /** @param downloaded roots of the subpackages on the phone; kept between two runs */
  constructor(
    private readonly files: MiniProgramFiles,
    private readonly downloaded: Set<string>,
    private readonly isOnline: () => boolean,
  ) {}

  /** Fetches the package of a page. @throws WxFailure without a network when it is not here yet */
  require(page: string): void {
    const root = this.files.pages.find(({ path }) => path === page)?.root ?? '';
    if (root === '' || this.downloaded.has(root)) return;
    if (!this.isOnline()) throw new WxFailure(`timeout: the subpackage ${root} could not be downloaded`);
    this.downloaded.add(root);
  }

  /** Fetches what `preloadRule` names for a page that has just been opened. */
  preload(page: string): void {
    if (!this.isOnline()) return;
    for (const root of this.files.app.preloadRule?.[page]?.packages ?? []) this.downloaded.add(root);
  }
}
