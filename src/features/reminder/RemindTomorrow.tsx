import { useState } from 'react';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import type { Me } from '../../platform/session';
import { ownAppid } from '../../platform/subscribe';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { askConsent } from './askConsent';

/**
 * 明天早上提醒我, below the stamp. WeChat's own question comes with this tap and no other; where WeChat has nothing to
 * send it by, there is no button. The demo shows what would come.
 */
export function RemindTomorrow({ me }: { me: Me }) {
  const appid = ownAppid();
  const settings = useCloud('reminder.settings', { appid }, { skip: appid === undefined });
  const remind = useAction('study.remindTomorrow');
  const [done, setDone] = useState<string>();
  const study = settings.data?.kinds.find((one) => one.kind === 'study');
  const isOffered = study ? study.isOn && study.isConfigured : appid === undefined && me.demo;
  if (!isOffered) return null;
  if (done) return <Words tone="quiet">{done}</Words>;
  const press = async () => {
    const answer = await askConsent('study', study?.templateId ?? null);
    const planned = await remind.run({});
    if (!planned) return;
    const isInWeixin = answer === 'accept' || (study?.unused ?? 0) > 0;
    const where = isInWeixin ? '在微信里' : '在“通知”里';
    const words = `好的，${sayNearDay(planned.day, today())}早上${where}提醒您一次`;
    setDone(words);
    announce(words);
  };
  return (
    <>
      <Button kind="quiet" isBusy={remind.isBusy} onPress={() => void press()}>
        明天早上提醒我
      </Button>
      {remind.error && <ErrorState sentence={remind.error.message} requestId={remind.error.requestId} />}
    </>
  );
}
