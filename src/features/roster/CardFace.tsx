import { Image } from '@tarojs/components';
import { renderSVG } from 'uqr';
import { sayDay } from '../../domain/calendar/sayDay';
import { browserAddress } from '../../platform/browserAddress';
import { useMe } from '../../platform/session';
import { Block } from '../../ui/Block';
import type { IssuedCard } from './cardsOnPaper';
import './CardFace.scss';

/** The code as a picture for WeChat's scanner; an SVG as a data URI shows in WeChat and in browsers (toolchain.md "Files"). */
function pictureOf(code: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(code, { border: 2 }))}`;
}

/** What an activation card says: unit, name, login name, the code as picture and in three groups, what to do and until when. */
export function CardFace({ card: { name, loginName, code, expiresOn } }: { card: IssuedCard }) {
  const me = useMe();
  const address = browserAddress();
  return (
    <Block className="roster-card ui-theme-light" role="group" aria-label={`${name}的激活卡`}>
      <Block as="p" className="roster-card-unit">
        {me?.tenantName} 晨学先锋
      </Block>
      <Block className="roster-card-middle">
        <Block className="roster-card-picture" role="img" aria-label="激活码的图案，扫它和输入激活码一样">
          <Image className="roster-card-image" src={pictureOf(code)} imgProps={{ alt: '' }} />
        </Block>
        <Block className="roster-card-words">
          <Block as="p" className="roster-card-name">
            {name}
          </Block>
          <Block as="p">登录名 {loginName}</Block>
          <Block as="p" className="roster-card-code" aria-label={`激活码 ${[...code].join(' ')}`}>
            {code.split('-').map((group) => (
              <Block as="span" key={group} className="roster-card-group">
                {group}
              </Block>
            ))}
          </Block>
        </Block>
      </Block>
      <Block as="p" className="roster-card-small">
        微信里打开小程序“晨学先锋”，扫这张卡或输入激活码；电脑上打开 {address ?? '本单位网址'}
        ，点“用激活卡首次登录”。{sayDay(expiresOn)}前有效，只能用一次
      </Block>
    </Block>
  );
}
