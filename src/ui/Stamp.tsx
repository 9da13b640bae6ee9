import { Block } from './Block';
import './Stamp.scss';

/** The stamp 今日已学: warm, small, a little askew. `onDawn` inside the dawn band. */
export function Stamp({ words = '今日已学', onDawn = false }: { words?: string; onDawn?: boolean }) {
  return (
    <Block as="span" className={onDawn ? 'ui-stamp ui-stamp-dawn' : 'ui-stamp'}>
      {words}
    </Block>
  );
}
