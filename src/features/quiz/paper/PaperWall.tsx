import { useState } from 'react';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { sayKey } from '../practice/sayKey';
import { typeNames } from '../typeNames';
import { keyHidden, type WholePaper } from './paperWords';
import './PaperWall.scss';

/** A paper on a wall: one question after the other, large; the key comes by a tap. Nothing is kept of what happens here. */
export function PaperWall({ paperId }: { paperId: string }) {
  const me = useMe();
  const paper = useCloud('quiz.readPaper', { paperId }, { skip: !me });
  return <Loaded from={paper}>{(whole) => <Wall paper={whole} />}</Loaded>;
}

function Wall({ paper: { title, questions } }: { paper: WholePaper }) {
  const [index, setIndex] = useState(0);
  const [isShown, setShown] = useState(false);
  const question = questions[index];
  if (!question) return null;
  const turn = (by: number) => {
    setIndex(index + by);
    setShown(false);
  };
  const isKey = (place: number) => isShown && question.key.some((one) => one === place);
  return (
    <Block className="quiz-wall ui-theme-light">
      <Block as="p" className="quiz-wall-place">
        {title} · 第 {index + 1} 题，共 {questions.length} 题 · {typeNames[question.type]}
      </Block>
      <Block as="h2" className="quiz-wall-stem">
        {question.stem}
      </Block>
      <Block as="ol" className="quiz-wall-options">
        {question.options.map((option, place) => (
          <Block
            as="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: options may say the same
            key={place}
            className={isKey(place) ? 'quiz-wall-option quiz-wall-right' : 'quiz-wall-option'}
          >
            {String.fromCharCode(65 + place)}. {option}
          </Block>
        ))}
      </Block>
      <Block className="quiz-wall-key" aria-live="polite">
        {isShown && (
          <>
            <Block as="p">{question.hidden ? keyHidden : sayKey(question)}</Block>
            {question.explanation && <Block as="p">{question.explanation}</Block>}
          </>
        )}
      </Block>
      <Block className="quiz-wall-actions">
        <Button kind="secondary" isInline isDisabled={index === 0} onPress={() => turn(-1)}>
          上一题
        </Button>
        {isShown ? (
          <Button isInline isDisabled={index === questions.length - 1} onPress={() => turn(1)}>
            {index === questions.length - 1 ? '最后一题了' : '下一题'}
          </Button>
        ) : (
          <Button isInline onPress={() => setShown(true)}>
            看答案
          </Button>
        )}
      </Block>
    </Block>
  );
}
