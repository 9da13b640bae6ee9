import { Block } from './Block';
import './StepDots.scss';

/** How far one is in a short series: 第 3 题，共 5 题. Bars for the eye, a sentence for the ear. */
export function StepDots({ done, total, words }: { done: number; total: number; words: string }) {
  return (
    <Block className="ui-steps">
      <Block as="span" className="ui-hidden">
        {words}
      </Block>
      {Array.from({ length: total }, (_, step) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={step}
          className={step < done ? 'ui-step ui-step-done' : 'ui-step'}
          aria-hidden
        />
      ))}
    </Block>
  );
}
