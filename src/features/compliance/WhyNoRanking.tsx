import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';

const questions = [
  {
    asked: '为什么不排名次',
    answered:
      '排名让人盯着名次，不盯着事情。为了名次刷分、替人点、半夜补课，这些别处都有过，国家也点名说过这是形式主义。管政务移动应用的办法（国办函〔2026〕12号）不许搞积分排名，这里从一开始就没有做，也没有地方可以打开。',
  },
  {
    asked: '那书记能看到什么',
    answered:
      '书记看得到会议的名单：谁到了、谁请假、谁可以安排补学，这是支部本来就要记的。您早上学没学、答对几题，书记看不到。机关党委看支部，只看一条规矩做到没做到，不看谁前谁后。',
  },
  {
    asked: '先锋指数算不算排名',
    answered:
      '不算。它只给您自己看，每一分都写明来自哪次记录，不对可以提出。哪里都没有把大家的分排在一起的名单。还没有人核定的，就写“还不知道”，不当零分。',
  },
  {
    asked: '不学会不会扣分',
    answered:
      '不会。早上学习、答题都由您自己安排，不计分，不算连续天数，漏了也不会变红。有空可以补读，没空就算了。',
  },
] as const;

/** 为什么没有排名, in plain words (product.md, "The rule that shapes it"). */
export function WhyNoRanking() {
  return (
    <>
      {questions.map(({ asked, answered }) => (
        <Card key={asked} title={asked}>
          <Words>{answered}</Words>
        </Card>
      ))}
      <Button kind="secondary" onPress={() => goTo('compliance')}>
        看我们怎样守规矩
      </Button>
    </>
  );
}
