import { Block } from '../../../ui/Block';
import './ShareBar.scss';

/** A share of 100 as a bar, for the eye alone: what stands beside it says the same in words. */
export function ShareBar({ share }: { share: number }) {
  return (
    <Block className="quiz-bar" aria-hidden>
      <Block className="quiz-bar-filled" style={{ width: `${share}%` }} />
    </Block>
  );
}
