import { useEffect, useRef, useState } from 'react';
import { now } from '../../../platform/clock';
import { Words } from '../../../ui/Words';
import type { Run } from './useRun';

/** Often enough for minutes. */
const TICK_MS = 5_000;

/**
 * How long an exam still runs, in minutes: nothing counts down in seconds. The cloud's clock decides; the device only
 * measures from when it heard of it. `onOver` is called once when the time is over.
 */
export function ExamClock({
  deadline,
  heardAt,
  onOver,
}: {
  deadline: NonNullable<Run['deadline']>;
  /** When the cloud said so, ISO 8601, for a copy kept on this device; undefined: just now. */
  heardAt: string | undefined;
  onOver: () => void;
}) {
  const said = Date.parse(deadline.at) - Date.parse(deadline.now);
  const endsAt = useRef(0);
  const [left, setLeft] = useState(said);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    endsAt.current = (heardAt ? Date.parse(heardAt) : now().getTime()) + said;
    let isOver = false;
    const look = () => {
      const rest = endsAt.current - now().getTime();
      setLeft(rest);
      if (rest > 0 || isOver) return;
      isOver = true;
      over.current();
    };
    look();
    const timer = setInterval(look, TICK_MS);
    return () => clearInterval(timer);
  }, [said, heardAt]);
  return <Words tone="quiet">{sayLeft(left)}</Words>;
}

/** To the nearest minute: an exam of 30 minutes that has just begun has 30 left. */
function sayLeft(ms: number): string {
  if (ms <= 0) return '时间到了，正在交卷';
  return ms < 60_000 ? '不到 1 分钟了' : `还有 ${Math.round(ms / 60_000)} 分钟`;
}
