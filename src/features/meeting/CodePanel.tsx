import type { ReactNode } from 'react';
import { Block } from '../../ui/Block';
import { Words } from '../../ui/Words';
import type { Roll } from './meeting';
import { codeSeconds, type ShownCode } from './useSignInCode';
import './CodePanel.scss';

/** What the room looks at: the digits of this minute and how many have come. Readable from five metres on a projector. */
export function CodePanel({
  roll,
  shown: { code, secondsLeft, error },
  isProjected,
  children,
}: {
  roll: Roll;
  shown: ShownCode;
  isProjected: boolean;
  /** What can be done here, at the end. */
  children?: ReactNode;
}) {
  return (
    <Block className={isProjected ? 'meeting-code meeting-code-projected' : 'meeting-code'}>
      <Block as="p" className="meeting-code-hint">
        打开“支部”页，点“签到”，输入
      </Block>
      {code ? (
        <Block as="p" className="meeting-code-digits" aria-label={`签到数字 ${[...code].join(' ')}`}>
          {code.slice(0, 3)} {code.slice(3)}
        </Block>
      ) : (
        <Block as="p" className="meeting-code-digits">
          ··· ···
        </Block>
      )}
      <Block className="meeting-code-bar" aria-hidden>
        <Block className="meeting-code-left" style={{ width: `${(secondsLeft / codeSeconds) * 100}%` }} />
      </Block>
      {error && <Words tone="warn">{error.message}。数字暂时换不了，可以在名单里点名，一样算数</Words>}
      <Block as="p" className="meeting-code-count">
        已到{' '}
        <Block as="span" className="meeting-code-figure">
          {roll.presentCount}
        </Block>{' '}
        / 应到{' '}
        <Block as="span" className="meeting-code-figure">
          {roll.dueCount}
        </Block>
      </Block>
      {children}
    </Block>
  );
}
