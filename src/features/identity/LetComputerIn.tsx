import { useState } from 'react';
import type { Output } from '../../contract/operations';
import { sayMoment } from '../../domain/calendar/sayDay';
import { readPairingText } from '../../domain/identity/pairing';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { scanCode } from '../../platform/scan';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';

type Asked = Output<'identity.scanPairing'> & { code: string };

/**
 * 扫码登录电脑, in WeChat: scan what the computer shows, then find its two digits among three. Looking at the screen is
 * the point: a picture that somebody sent comes with no screen beside it.
 */
export function LetComputerIn({ onDone }: { onDone: () => void }) {
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState<string>();
  const [isOther, setOther] = useState(false);
  const scan = useAction('identity.scanPairing');
  const confirm = useAction('identity.confirmPairing');

  const begin = async () => {
    setSaid(undefined);
    const text = await scanCode();
    if (text === null) return;
    const code = readPairingText(text);
    setOther(code === null);
    if (code === null) return;
    const seen = await scan.run({ code });
    if (seen) setAsked({ ...seen, code });
  };
  const answer = async (digits: string | null) => {
    if (!asked) return;
    const done = await confirm.run({ code: asked.code, digits });
    setAsked(undefined);
    if (!done) return;
    const words = digits === null ? '没有登录，那张码已经作废' : '好了，请看电脑。它也列在下面“登录着的地方”';
    setSaid(words);
    announce(words);
    onDone();
  };

  if (asked) {
    return (
      <Card title="让这台电脑登录吗">
        <Words>
          {asked.computer}，{sayMoment(asked.askedAt, today())}取的码
        </Words>
        <Words>请看您面前的电脑屏幕，选出一样的两位数字：</Words>
        {asked.choices.map((digits) => (
          <Button
            key={digits}
            kind="secondary"
            label={`电脑上是 ${[...digits].join(' ')}`}
            isBusy={confirm.isBusy}
            onPress={() => void answer(digits)}
          >
            {digits}
          </Button>
        ))}
        <Button kind="quiet" isBusy={confirm.isBusy} onPress={() => void answer(null)}>
          都不一样，或不是我要登录
        </Button>
        <Words tone="warn">只给自己面前的电脑登录。别人发来的图、报来的数字，都请选最后一项</Words>
      </Card>
    );
  }
  const error = scan.error ?? confirm.error;
  return (
    <Card title="扫码登录电脑">
      <Words tone="quiet">在电脑上打开本单位的网址，点“登录”，再点“用手机扫码”，然后扫屏幕上的图</Words>
      <Button isBusy={scan.isBusy} onPress={() => void begin()}>
        扫电脑上的码
      </Button>
      {isOther && <Words tone="warn">扫到的不是登录码。请扫电脑“登录”页上的图</Words>}
      {said && <Words tone="quiet">{said}</Words>}
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
    </Card>
  );
}
