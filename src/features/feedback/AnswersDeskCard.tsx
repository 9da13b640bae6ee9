import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

export interface AnswersDeskCardProps {
  mayAnswerFaults: boolean;
  mayAnswerFeedback: boolean;
}

/**
 * The desk's entries to what people have written and wait to have answered. Without numbers: opening either list is a
 * named view that the audit records, and a glance at the desk must not be one.
 */
export function AnswersDeskCard({ mayAnswerFaults, mayAnswerFeedback }: AnswersDeskCardProps) {
  if (!mayAnswerFaults && !mayAnswerFeedback) return null;
  return (
    <Card title="答复">
      <List label="答复">
        {mayAnswerFaults && (
          <ListRow
            title="报错"
            detail="篇目、题目、得分里有人指出的问题"
            onPress={() => goTo('deskFaults')}
          />
        )}
        {mayAnswerFeedback && (
          <ListRow title="投诉建议" detail="看来信，写答复" onPress={() => goTo('deskFeedbackInbox')} />
        )}
      </List>
    </Card>
  );
}
