import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { CodePanel } from './CodePanel';
import type { Roll } from './meeting';
import type { ShownCode } from './useSignInCode';

/** 投屏: nothing but the meeting, the digits and the count, over the whole window; the names are one tap away. */
export function Projector({ roll, shown, onClose }: { roll: Roll; shown: ShownCode; onClose: () => void }) {
  const { title, place, organisationName } = roll.meeting;
  return (
    <Block className="meeting-projector ui-theme-light" role="dialog" aria-label="投屏">
      <Block as="header" className="meeting-projector-head">
        <Block as="h2" className="meeting-projector-title">
          {title} 签到
        </Block>
        <Block as="p" className="meeting-projector-place">
          {organisationName} · {place}
        </Block>
      </Block>
      <CodePanel roll={roll} shown={shown} isProjected />
      <Block className="meeting-projector-actions">
        <Button kind="secondary" isInline onPress={onClose}>
          看名单
        </Button>
      </Block>
    </Block>
  );
}
