import type { Input } from '../../contract/operations';
import { quietFromChoices, quietUntilChoices } from '../../domain/reminder/quietHours';
import { announce } from '../../platform/announce';
import { ownAppid } from '../../platform/subscribe';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Loaded } from '../../ui/Loaded';
import { ErrorState } from '../../ui/Notes';
import { Toggle } from '../../ui/Toggle';
import { Words } from '../../ui/Words';
import { askConsent, type KindSetting } from './askConsent';

type Settings = Input<'reminder.saveSettings'>;

/** 提醒设置: what WeChat may send and when not. What is switched off here still stands under 通知. */
export function ReminderSettings() {
  const appid = ownAppid();
  const settings = useCloud('reminder.settings', { appid });
  const save = useAction('reminder.saveSettings');

  return (
    <Loaded from={settings} lines={8}>
      {(data) => {
        const quietFrom = quietFromChoices.find((time) => time === data.quietFrom) ?? '21:00';
        const quietUntil = quietUntilChoices.find((time) => time === data.quietUntil) ?? '07:30';
        const off = data.kinds.filter((one) => !one.isOn).map((one) => one.kind);
        const keep = async (change: Partial<Settings>) => {
          const next = { off, quietFrom, quietUntil, ...change };
          if (!(await save.run(next))) return;
          const kinds = data.kinds.map((one) => ({ ...one, isOn: !next.off.includes(one.kind) }));
          settings.replace({ ...data, ...next, kinds });
          announce('已存好');
        };
        return (
          <>
            <Card title="在微信里提醒">
              <Words tone="quiet">
                微信的规矩是：您同意一次，只发一条。每天至多两条，已经办完的不发。都关掉也不影响使用，要办的事在“通知”里都有
              </Words>
              {data.kinds.map((one) => (
                <KindChoice
                  key={one.kind}
                  setting={one}
                  isBusy={save.isBusy}
                  onChange={(isOn) =>
                    void keep({
                      off: isOn ? off.filter((kind) => kind !== one.kind) : [...off, one.kind],
                    })
                  }
                  onAsked={() => void settings.reload()}
                />
              ))}
              {save.error && <ErrorState sentence={save.error.message} requestId={save.error.requestId} />}
            </Card>
            <Card title="不打扰的时间">
              <Words tone="quiet">晚上几点以后不发</Words>
              <ChoiceGroup
                kind="single"
                label="晚上几点以后不发"
                hasLetters={false}
                options={quietFromChoices}
                chosen={[quietFromChoices.indexOf(quietFrom)]}
                onChoose={([index]) => void keep({ quietFrom: quietFromChoices[index ?? 1] ?? quietFrom })}
              />
              <Words tone="quiet">早上几点以后可以发</Words>
              <ChoiceGroup
                kind="single"
                label="早上几点以后可以发"
                hasLetters={false}
                options={quietUntilChoices}
                chosen={[quietUntilChoices.indexOf(quietUntil)]}
                onChoose={([index]) => void keep({ quietUntil: quietUntilChoices[index ?? 1] ?? quietUntil })}
              />
              <Words tone="small">晨学的提醒在休息日也不发</Words>
            </Card>
          </>
        );
      }}
    </Loaded>
  );
}

interface KindChoiceProps {
  setting: KindSetting;
  isBusy: boolean;
  onChange: (isOn: boolean) => void;
  onAsked: () => void;
}

/** One kind: on or off, and in WeChat the way to agree to one more message. */
function KindChoice({ setting, isBusy, onChange, onAsked }: KindChoiceProps) {
  const { kind, name, asksFor, isOn, unused, templateId } = setting;
  const detail = unused > 0 ? `${asksFor}。还可以发 ${unused} 条` : asksFor;
  return (
    <>
      <Toggle label={name} detail={detail} isOn={isOn} isBusy={isBusy} onChange={onChange} />
      {isOn && templateId !== null && (
        <Button
          kind="quiet"
          label={`同意在微信里再收一条：${name}`}
          onPress={() => void askConsent(kind, templateId).then((answer) => answer && onAsked())}
        >
          同意再收一条
        </Button>
      )}
    </>
  );
}
