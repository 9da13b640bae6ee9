import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The parts of app.json that the runtime and the static checks read. */
export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[]; independent?: boolean }[];
  subpackages?: { root: string; pages: string[]; independent?: boolean }[];
  window?: { navigationBarTitleText?: string };
  tabBar?: { list: TabItem[]; custom?: boolean };
  darkmode?: boolean;
  themeLocation?: string;
  lazyCodeLoading?: string;
  preloadRule?: Record<string, { packages: string[] }>;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

/** The JSON beside a page or component. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
}

/** The files of one mini-program build, read from disk; paths are relative, with `/`. */
export class MiniProgramFiles {
  readonly app: AppConfig;
  /** Every page with its package root; '' is the main package. */
  readonly pages: readonly { path: string; root: string }[];

  /** @throws when `dist` has no app.json, with `howToBuild` in the sentence. */
  constructor(
    readonly dist: string,
    howToBuild = 'npm run build:weapp',
  ) {
    if (!existsSync(path.join(dist, 'app.json'))) {
      throw new Error(
        `there is no mini-program build: ${path.join(dist, 'app.json')} is missing. Run \`${howToBuild}\` first`,
      );
    }
    this.app = JSON.parse(this.read('app.json')) as AppConfig;
    const subpackages = this.app.subPackages ?? this.app.subpackages ?? [];
    this.pages = [
      ...this.app.pages.map((page) => ({ path: page, root: '' })),
      ...subpackages.flatMap(({ root, pages }) =>
        pages.map((page) => ({ path: path.posix.join(root, page), root: path.posix.join(root) })),
      ),
    ];
  }

  has(file: string): boolean {
    const full = path.join(this.dist, file);
    return existsSync(full) && statSync(full).isFile();
  }

  read(file: string): string {
    return readFileSync(path.join(this.dist, file), 'utf8');
  }

  size(file: string): number {
    return statSync(path.join(this.dist, file)).size;
  }

  /** The JSON of a page or component, `{}` when it has none. */
  config(component: string): ComponentConfig {
    const file = `${component}.json`;
    return this.has(file) ? (JSON.parse(this.read(file)) as ComponentConfig) : {};
  }

  /** All files, sorted, optionally only those that end with `extension` (".wxml"). */
  list(extension = ''): string[] {
    return readdirSync(this.dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map((entry) =>
        path.relative(this.dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      )
      .sort();
  }

  isTab(page: string): boolean {
    return this.tabs.some((tab) => tab.pagePath === page);
  }

  get tabs(): readonly TabItem[] {
    return this.app.tabBar?.list ?? [];
  }
}
