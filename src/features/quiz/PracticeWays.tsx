import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

/** 换个练法: the quiet rows below the day's five. */
export function PracticeWays() {
  return (
    <Card title="换个练法">
      <List label="换个练法">
        <ListRow title="每周十题" onPress={() => goTo('practiceRun', { mode: 'weeklyTen' })} />
        <ListRow title="专题练习" onPress={() => goTo('practiceTopics')} />
        <ListRow title="复习" onPress={() => goTo('practiceRun', { mode: 'review' })} />
        <ListRow title="错题本" onPress={() => goTo('practiceWrongBook')} />
        <ListRow title="挑战" onPress={() => goTo('practiceRun', { mode: 'challenge' })} />
        <ListRow title="模拟考试" onPress={() => goTo('practiceRun', { mode: 'mockExam' })} />
      </List>
    </Card>
  );
}
