import type { ReactNode } from 'react';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';
import { isAnswered, saySummary } from './question';
import type { AnswerSheet } from './useAnswerSheet';

export interface QuizSummaryProps {
  sheet: AnswerSheet;
  /** What was answered, in words: 今天的 5 题都答完了. */
  words: string;
  /** Nobody knows how many there will be: none is missing. */
  isOpenEnded?: boolean;
  /** After what was not remembered: what to read again. */
  children?: ReactNode;
}

/** The end of a sheet: what is remembered, what to look at again; not a grade. */
export function QuizSummary({
  sheet: { asked, look },
  words,
  isOpenEnded = false,
  children,
}: QuizSummaryProps) {
  const waiting = asked.filter((one) => one.waiting !== undefined).length;
  const late = asked.filter(({ question }) => question.late).length;
  const rows = asked.map((one, index) => ({ ...one, index }));
  const again = rows.filter(({ question }) => question.graded?.correct === false);
  const blank = isOpenEnded ? [] : rows.filter((one) => !isAnswered(one));
  const kept = rows.filter((one) => isAnswered(one) && one.question.graded?.correct !== false);
  return (
    <>
      <Card title={saySummary(asked, isOpenEnded)} aside="只给自己看">
        {waiting > 0 && <Words>{waiting} 题存在手机里，连上网会自动送出，再告诉您对不对</Words>}
        {late > 0 && <Words>{late} 题是时间到了以后才收到的，留着，没有判</Words>}
        {blank.length > 0 && <Words>{blank.length} 题没有答</Words>}
        <Words tone="quiet">{words}</Words>
      </Card>
      {again.length > 0 && <Rows title="再看一遍" label="没记牢的题" rows={again} look={look} />}
      {children}
      {kept.length > 0 && (
        <Rows title={again.length > 0 ? '其他的题' : '答过的题'} label="其他的题" rows={kept} look={look} />
      )}
    </>
  );
}

interface RowsProps {
  title: string;
  label: string;
  rows: readonly { question: { id: string; stem: string; topic: string }; index: number }[];
  look: (index: number) => void;
}

function Rows({ title, label, rows, look }: RowsProps) {
  return (
    <Card title={title}>
      <List label={label}>
        {rows.map(({ question, index }) => (
          <ListRow
            key={question.id}
            title={question.stem}
            detail={question.topic}
            onPress={() => look(index)}
          />
        ))}
      </List>
    </Card>
  );
}
