import { LawChecks } from '../../../features/study/desk/LawChecks';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { DeskScreen } from '../DeskScreen';

/** 依据变化: laws that were amended or repealed, and the pieces to be checked for it. */
export default function DeskLawsPage() {
  const me = useMe();
  return (
    <DeskScreen title="依据变化" place="deskPieces">
      <LawChecks />
      {may(me, 'quiz.review') && (
        <Card>
          <List label="题库">
            <ListRow
              title="题库里依据有变的题"
              detail="同样要对照新的版本核对，核对以前不问大家"
              onPress={() => goTo('deskBank', { show: 'checking' })}
            />
          </List>
        </Card>
      )}
    </DeskScreen>
  );
}
