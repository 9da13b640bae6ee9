import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Words } from '../../../ui/Words';
import { sayKey } from '../practice/sayKey';
import { typeNames, type WholePaper } from './paperWords';

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
            <List label={`第 ${index + 1} 题的选项`}>
              {question.options.map((option, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: options may say the same
                <ListRow key={place} title={`${String.fromCharCode(65 + place)}. ${option}`} />
              ))}
            </List>
          )}
          <Words tone="quiet">{sayKey(question)}</Words>
          {question.outdated && <Words tone="warn">这道题已经停用，或依据正在核对，请去掉</Words>}
          {question.share !== null && <Words>答对的约占百分之{question.share}</Words>}
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
