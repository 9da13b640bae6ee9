import type { ReactNode } from 'react';

/** WeChat prints nothing. */
export function PrintSheet(_: { children: ReactNode }) {
  return null;
}
