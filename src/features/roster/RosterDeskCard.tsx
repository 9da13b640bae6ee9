import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';

/** The desk's entries to the roster. */
export function RosterDeskCard({ mayEdit }: { mayEdit: boolean }) {
  return (
    <Card title="党员">
      <List label="党员">
        <ListRow title="名册和激活卡" detail="看名册，发激活卡" onPress={() => goTo('deskMembers')} />
        {mayEdit && (
          <ListRow
            title="每月核对名册"
            detail="和全国党员管理信息系统导出的文件比一比"
            onPress={() => goTo('deskRosterImport', { purpose: 'check' })}
          />
        )}
      </List>
    </Card>
  );
}
