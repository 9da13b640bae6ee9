import { Image } from '@tarojs/components';
import { renderSVG } from 'uqr';
import type { Output } from '../../contract/operations';
import { sayDay } from '../../domain/calendar/sayDay';
import { canPrint, printPage } from '../../platform/print';
import { useMe } from '../../platform/session';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Stack, Words } from '../../ui/Words';
import './ActivationCard.scss';

/** The code as a picture for WeChat's scanner; an SVG as a data URI shows in WeChat and in browsers (toolchain.md "Files"). */
function pictureOf(code: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(code, { border: 2 }))}`;
}

/**
 * The paper card: name, login name, the code in three groups. The code exists nowhere else any more, so only the
 * button closes it, not Escape.
 */
export function ActivationCard({
  card: { name, loginName, code, expiresOn },
  onClose,
}: {
  card: Output<'roster.issueCard'>;
  onClose: () => void;
}) {
  const me = useMe();
  return (
    <Dialog title="激活卡" onClose={() => undefined}>
      <Block className="roster-card ui-theme-light">
        <Block as="p" className="roster-card-unit">
          {me?.tenantName} 晨学先锋
        </Block>
        <Block as="p" className="roster-card-name">
          {name}
        </Block>
        <Block as="p">登录名 {loginName}</Block>
        <Block className="roster-card-picture" role="img" aria-label="激活码的图案，扫它和输入激活码一样">
          <Image className="roster-card-image" src={pictureOf(code)} imgProps={{ alt: '' }} />
        </Block>
        <Block as="p" className="roster-card-code" aria-label={`激活码 ${[...code].join(' ')}`}>
          {code.split('-').map((group) => (
            <Block as="span" key={group} className="roster-card-group">
              {group}
            </Block>
          ))}
        </Block>
        <Block as="p" className="roster-card-small">
          {sayDay(expiresOn)}
          前有效，只能用一次。微信里打开小程序“晨学先锋”，扫这张卡或输入激活码；电脑上打开本单位网址，点“启用”，输入登录名和激活码，再设一个口令
        </Block>
      </Block>
      <Words tone="warn">
        激活码只在这里显示这一次。关上以前，请打印或抄给本人；没来得及，就再发一张，这张随之作废
      </Words>
      <Stack>
        {canPrint && <Button onPress={printPage}>打印</Button>}
        <Button kind="secondary" onPress={onClose}>
          已交给本人，关上
        </Button>
      </Stack>
    </Dialog>
  );
}
