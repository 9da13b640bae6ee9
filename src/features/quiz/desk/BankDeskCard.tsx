import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';

/** The desk's entry to the bank and its papers: what waits for a second person. Works without the numbers, too. */
export function BankDeskCard({
  mayKeep,
  mayReview,
  mayMakePapers,
  mayAnalyse,
}: {
  mayKeep: boolean;
  mayReview: boolean;
  mayMakePapers: boolean;
  mayAnalyse: boolean;
}) {
  const me = useMe();
  const { data } = useCloud('quiz.readReviewQueue', {}, { skip: !me || !mayReview });
  const waiting = (data?.batches ?? []).filter(({ mine }) => !mine).reduce((sum, { size }) => sum + size, 0);
  return (
    <Card title="题库">
      <List label="题库">
        {(mayKeep || mayReview) && (
          <ListRow title="看题库" detail="找题、更正、停用、导出" onPress={() => goTo('deskBank')} />
        )}
        {mayKeep && (
          <ListRow
            title="导入题库"
            detail="Word、Excel、文本直接选来，看过再导入"
            onPress={() => goTo('deskBankImport')}
          />
        )}
        {mayReview && (
          <ListRow
            title="审核"
            aside={waiting > 0 ? `${waiting} 题等审核` : undefined}
            onPress={() => goTo('deskBankReview')}
          />
        )}
        {mayMakePapers && (
          <ListRow
            title="卷子"
            detail="从题库抽题，投屏一起答，或发到手机上"
            onPress={() => goTo('deskPapers')}
          />
        )}
        {mayKeep && (
          <ListRow
            title="题目分析"
            detail="哪些题的答案要核对，哪些太难太容易"
            onPress={() => goTo('deskAnalysis')}
          />
        )}
        {mayAnalyse && (
          <ListRow
            title="讲课选题参考"
            detail="支部里哪些题答对的人少，只有比例"
            onPress={() => goTo('deskShares')}
          />
        )}
      </List>
    </Card>
  );
}
