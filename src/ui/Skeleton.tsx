import { Block } from './Block';
import './Skeleton.scss';

/** Grey lines where text will come; a screen reader hears `label`. */
export function Skeleton({ lines = 4, label = '正在打开' }: { lines?: number; label?: string }) {
  return (
    <Block role="status" className="ui-skeleton">
      <Block as="span" className="ui-hidden">
        {label}
      </Block>
      {Array.from({ length: lines }, (_, line) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
          key={line}
          className="ui-skeleton-line"
          style={{ width: line === lines - 1 ? '60%' : '100%' }}
          aria-hidden
        />
      ))}
    </Block>
  );
}
