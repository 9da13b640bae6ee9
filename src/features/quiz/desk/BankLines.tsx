import { today } from '../../../platform/clock';
import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Words } from '../../../ui/Words';
import { type ListedQuestion, sayQuestionState, sayQuestionType } from './bankWords';

export interface BankLinesProps {
  questions: readonly ListedQuestion[];
  /** The one that is open beside the list. */
  openId: string | undefined;
  onOpen: (questionId: string) => void;
  /** Some condition is set: others may have questions. */
  isFiltered: boolean;
}

/** Questions of the bank, each with where it stands. */
export function BankLines({ questions, openId, onOpen, isFiltered }: BankLinesProps) {
  return (
    <Card>
      {questions.length === 0 && (
        <Words tone="quiet">
          {isFiltered ? '没有这样的题。换一个条件看看' : '题库里还没有题。把手头的题库文件导入进来就可以'}
        </Words>
      )}
      <List label="题目">
        {questions.map((question) => (
          <ListRow
            key={question.id}
            title={<Block className="bank-line-stem">{question.stem}</Block>}
            detail={
              <Block as="span" className="bank-row">
                {sayQuestionType(question.type)} · {question.topic}
                <StateChips question={question} />
              </Block>
            }
            isSelected={question.id === openId}
            onPress={() => onOpen(question.id)}
          />
        ))}
      </List>
    </Card>
  );
}

function StateChips({ question }: { question: ListedQuestion }) {
  const { words, tone } = sayQuestionState({
    ...question,
    expired: question.expiresOn !== null && question.expiresOn <= today(),
  });
  return (
    <>
      <Chip tone={tone} words={words} />
      {question.demo && <Chip tone="brand" words="演示" />}
    </>
  );
}
