import { createContext, useContext } from 'react';
import type { TabIconName } from './tabIcons';

export interface ShellTab {
  name: TabIconName;
  title: string;
  /** The address in a browser, so that the tab is a real link. */
  href: string;
}

/** What the frame of every screen needs from outside; `src/app.tsx` provides it from `platform`. */
export interface Shell {
  /** Large-font mode: type x 1.3, targets of 56 px, one column. */
  isLargeType: boolean;
  /** `system` follows the device. */
  theme: 'system' | 'light' | 'dark';
  tabs: ShellTab[];
  openTab(name: TabIconName): void;
  goBack(): void;
  setTitle(title: string): void;
  /** A screen has been opened. */
  opened(): void;
  /** The latest sentence to be said aloud and shown briefly; `at` tells two equal ones apart. */
  announcement: { sentence: string; at: number } | undefined;
}

/** A frame without a device behind it: tests and the gallery. */
export const bareShell: Shell = {
  isLargeType: false,
  theme: 'system',
  tabs: [],
  openTab: () => undefined,
  goBack: () => undefined,
  setTitle: () => undefined,
  opened: () => undefined,
  announcement: undefined,
};

export const ShellContext = createContext<Shell>(bareShell);

/** The frame's surroundings: large-font mode, theme, tabs, the way back. */
export function useShell(): Shell {
  return useContext(ShellContext);
}
