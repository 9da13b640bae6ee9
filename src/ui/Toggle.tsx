import { Block } from './Block';
import { Pressable } from './Pressable';
import './Toggle.scss';

/** A choice of on or off that takes effect at once. */
export function Toggle({
  label,
  detail,
  isOn,
  onChange,
  isBusy,
}: {
  label: string;
  detail?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isBusy?: boolean;
}) {
  return (
    <Pressable
      className="ui-toggle"
      role="switch"
      isChecked={isOn}
      isBusy={isBusy}
      onPress={() => onChange(!isOn)}
    >
      <Block as="span" className="ui-toggle-words">
        {label}
        {detail && (
          <Block as="span" className="ui-toggle-detail">
            {detail}
          </Block>
        )}
      </Block>
      <Block as="span" className="ui-toggle-state" aria-hidden>
        {isOn ? '开' : '关'}
      </Block>
      <Block as="span" className={isOn ? 'ui-toggle-track ui-toggle-on' : 'ui-toggle-track'} aria-hidden>
        <Block as="span" className="ui-toggle-knob" />
      </Block>
    </Pressable>
  );
}
