import { useEffect, useState } from 'react';

/** From here on the desk has two columns (issue 2, section 5). */
const wideFrom = '(min-width: 900px)';

/** Whether the window has room for a list and a detail beside it; always false in WeChat. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => query()?.matches ?? false);
  useEffect(() => {
    const media = query();
    if (!media) return;
    const listen = () => setWide(media.matches);
    listen();
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, []);
  return isWide;
}

function query(): MediaQueryList | undefined {
  if (process.env.TARO_ENV === 'weapp' || typeof window.matchMedia !== 'function') return undefined;
  return window.matchMedia(wideFrom);
}
