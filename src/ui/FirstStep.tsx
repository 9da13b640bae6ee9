import { Button } from './Button';
import { Card } from './Card';
import { Chip } from './Chip';
import { Words } from './Words';

/** One of the first things to set up, as its records have it. */
export interface FirstStepState {
  title: string;
  /** What it brings: 同志们打开就有内容可学. */
  brings: string;
  /** Undefined while the records have not been read: then it counts as neither. */
  isDone: boolean | undefined;
  /** What is there so far: 名册里有 486 人. */
  standing?: string;
  /** What to press; the first is the step's own. */
  actions: readonly { words: string; onPress: () => void }[];
}

/** A step that can wait: what it brings, what is done, and the way to it. */
export function FirstStep({
  step: { title, brings, isDone, standing, actions },
  isNext,
}: {
  step: FirstStepState;
  /** The first that is not done: its button is the screen's primary one. */
  isNext: boolean;
}) {
  const chip =
    isDone === undefined ? undefined : isDone ? (
      <Chip tone="good" words="做好了" />
    ) : (
      <Chip words="可以先放着" />
    );
  return (
    <Card title={title} aside={chip}>
      <Words tone="quiet">{brings}</Words>
      {standing && <Words>{standing}</Words>}
      {actions.map(({ words, onPress }, index) => (
        <Button key={words} kind={isNext && index === 0 ? 'primary' : 'secondary'} isInline onPress={onPress}>
          {words}
        </Button>
      ))}
    </Card>
  );
}
