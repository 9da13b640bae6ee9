import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';
import { saySummary } from './question';
import type { DailyFiveState } from './useDailyFive';

/** The end of the sheet: what is remembered, what to look at again; not a grade. */
export function QuizSummary({ five: { asked, look } }: { five: DailyFiveState }) {
  const waiting = asked.filter((one) => one.waiting !== undefined).length;
  const rows = asked.map((one, index) => ({ ...one, index }));
  const again = rows.filter(({ question }) => question.graded?.correct === false);
  const kept = rows.filter(({ question }) => question.graded?.correct !== false);
  return (
    <>
      <Card title={saySummary(asked)} aside="只给自己看">
        {waiting > 0 && <Words>{waiting} 题存在手机里，连上网会自动送出，再告诉您对不对</Words>}
        <Words tone="quiet">今天的 {asked.length} 题都答完了。没记牢的，改天会再出现</Words>
      </Card>
      {again.length > 0 && (
        <Card title="再看一遍">
          <List label="没记牢的题">
            {again.map(({ question, index }) => (
              <ListRow
                key={question.id}
                title={question.stem}
                detail={question.topic}
                onPress={() => look(index)}
              />
            ))}
          </List>
        </Card>
      )}
      {kept.length > 0 && (
        <Card title={again.length > 0 ? '其他的题' : '今天的题'}>
          <List label="其他的题">
            {kept.map(({ question, index }) => (
              <ListRow
                key={question.id}
                title={question.stem}
                detail={question.topic}
                onPress={() => look(index)}
              />
            ))}
          </List>
        </Card>
      )}
    </>
  );
}
