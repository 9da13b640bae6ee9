import { useState } from 'react';
import { browserAddress } from '../../platform/browserAddress';
import type { Me } from '../../platform/session';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';
import { LetComputerIn } from './LetComputerIn';
import { OwnSessions } from './OwnSessions';
import { SetPassphrase } from './SetPassphrase';

/** 在电脑上使用: where, under which name, with which passphrase, and where one is signed in now. */
export function ComputerDoor({ me }: { me: Me }) {
  const [isChanging, setChanging] = useState(false);
  // A new passphrase ends other sessions, so the list is asked for afresh.
  const [changes, setChanges] = useState(0);
  const address = browserAddress();
  return (
    <>
      {process.env.TARO_ENV === 'weapp' && <LetComputerIn onDone={() => setChanges(changes + 1)} />}
      <Card title="怎么登录">
        <List label="怎么登录">
          <ListRow title="网址" detail={address ?? '本单位的网址，可以问书记或管理员'} />
          <ListRow title="登录名" detail={me.loginName} />
          <ListRow
            title="口令"
            detail={me.hasPassphrase ? '已设好，只有您知道' : '还没有设，请在下面设一个'}
          />
        </List>
        <Words tone="small">登录名不是您的姓名或手机号，别人猜不到，请记下来</Words>
      </Card>
      {me.hasPassphrase && !isChanging ? (
        <Button kind="secondary" onPress={() => setChanging(true)}>
          换一个口令
        </Button>
      ) : (
        <Card title={me.hasPassphrase ? '换一个口令' : '设一个口令'}>
          <SetPassphrase
            me={me}
            onDone={() => {
              setChanging(false);
              setChanges(changes + 1);
            }}
          />
        </Card>
      )}
      <OwnSessions key={changes} />
    </>
  );
}
