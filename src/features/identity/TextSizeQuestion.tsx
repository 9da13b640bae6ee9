import { chooseTextSize, isSystemLarge, type TextSizeChoice, textSizeChoice } from '../../platform/textSize';
import { useSignal } from '../../platform/useSignal';
import { Block } from '../../ui/Block';
import { Pressable } from '../../ui/Pressable';
import { Words } from '../../ui/Words';
import './TextSizeQuestion.scss';

const samples: { choice: TextSizeChoice; name: string; detail: string }[] = [
  { choice: 'standard', name: '标准', detail: '一屏看得多一些' },
  { choice: 'large', name: '大字', detail: '字和按钮都大，一行只排一样' },
  { choice: 'system', name: '跟着手机', detail: '手机或微信里调了多大，这里就多大' },
];

/** The large-font question: three samples, each in its own size; a press applies at once, on this device. */
export function TextSizeQuestion() {
  const chosen = useSignal(textSizeChoice);
  return (
    <>
      <Block role="radiogroup" aria-label="字号" className="identity-sizes">
        {samples.map(({ choice, name, detail }) => (
          <Pressable
            key={choice}
            role="radio"
            isChecked={choice === chosen}
            className={choice === chosen ? 'identity-size identity-size-chosen' : 'identity-size'}
            onPress={() => chooseTextSize(choice)}
          >
            <Block
              as="span"
              className={`identity-sample ${isLarge(choice) ? 'ui-large-type' : 'ui-standard-type'}`}
            >
              <Block as="span" className="identity-sample-name">
                {name}
                {choice === chosen ? '（正在用）' : ''}
              </Block>
              <Block as="span">王阿姨拿着处方去药店买药</Block>
              <Block as="span" className="identity-sample-detail">
                {detail}
              </Block>
            </Block>
          </Pressable>
        ))}
      </Block>
      <Words tone="small">点哪个就用哪个，只影响这台设备，以后在“我的”里随时可以换</Words>
    </>
  );
}

function isLarge(choice: TextSizeChoice): boolean {
  return choice === 'large' || (choice === 'system' && isSystemLarge());
}
