import { Button } from './Button';
import { Screen } from './Screen';
import { Words } from './Words';

/** This build is no longer served: the one thing to do is to update. */
export function TooOldScreen({ onUpdate }: { onUpdate: (() => void) | undefined }) {
  return (
    <Screen title="请更新" footer={onUpdate && <Button onPress={onUpdate}>更新</Button>}>
      <Words>您用的这一版太旧了，服务端已经不再支持。</Words>
      <Words tone="quiet">
        {onUpdate
          ? '点“更新”就会换成新的一版。您存在手机里的内容不会丢。'
          : '请关掉小程序，过一会儿从微信里重新打开，会自动更新。您存在手机里的内容不会丢。'}
      </Words>
    </Screen>
  );
}
