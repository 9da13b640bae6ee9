import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Words } from '../../../ui/Words';
import { KeyedOptions } from '../KeyedOptions';
import { sayKey } from '../practice/sayKey';
import { sayShare } from '../shareWords';
import { typeNames } from '../typeNames';
import { keyHidden, type WholePaper } from './paperWords';

type OnPaper = WholePaper['questions'][number];

/** The questions of a paper with their keys, for those who make it; `onRemove` while it is a draft. */
export function PaperQuestions({
  questions,
  onRemove,
  isBusy,
}: {
  questions: readonly OnPaper[];
  onRemove?: (questionId: string) => void;
  isBusy?: boolean;
}) {
  return (
    <>
      {questions.map((question, index) => (
        <Card
          key={question.id}
          title={`第 ${index + 1} 题`}
          aside={`${typeNames[question.type]} · ${question.topic}`}
        >
          <Words>{question.stem}</Words>
          {question.options.length > 0 && (
            <KeyedOptions
              label={`第 ${index + 1} 题的选项`}
              options={question.options}
              right={question.key}
            />
          )}
          {question.hidden && <Words tone="quiet">{keyHidden}</Words>}
          {question.options.length === 0 && !question.hidden && <Words tone="good">{sayKey(question)}</Words>}
          {question.outdated && <Words tone="warn">这道题已经停用，或依据正在核对，请去掉</Words>}
          {question.share !== null && <Words>{sayShare(question.share, question.bound)}答对</Words>}
          {onRemove && (
            <Button
              kind="quiet"
              isBusy={isBusy}
              label={`去掉这一题：第 ${index + 1} 题`}
              onPress={() => onRemove(question.id)}
            >
              去掉这一题
            </Button>
          )}
        </Card>
      ))}
    </>
  );
}
