import { useEffect, useState } from 'react';
import { Block } from './Block';
import './Announcement.scss';

/** Long enough to read one sentence twice. */
const shownForMs = 5000;

/** A sentence said aloud (live region) and shown at the top for a moment; it asks for nothing. */
export function Announcement({
  announcement,
}: {
  announcement: { sentence: string; at: number } | undefined;
}) {
  const [hiddenAt, setHiddenAt] = useState<number>();
  const at = announcement?.at;
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(() => setHiddenAt(at), shownForMs);
    return () => clearTimeout(timer);
  }, [at]);
  const isShown = announcement !== undefined && hiddenAt !== announcement.at;
  return (
    <Block role="status" aria-live="polite" className={isShown ? 'ui-announcement' : 'ui-hidden'}>
      {isShown ? announcement.sentence : ''}
    </Block>
  );
}
