import { Block } from '../../ui/Block';
import { Chip } from '../../ui/Chip';
import './KeyedOptions.scss';

export interface KeyedOptionsProps {
  /** What the list is read out as. */
  label: string;
  options: readonly string[];
  /** A key: right options by index; the texts of blanks name none. */
  right: readonly (number | readonly string[])[];
}

/** The options of a question with the right ones marked, for those who may see keys. */
export function KeyedOptions({ label, options, right }: KeyedOptionsProps) {
  return (
    <Block as="ol" className="quiz-options" aria-label={label}>
      {options.map((option, at) => {
        const isRight = right.some((one) => one === at);
        return (
          <Block
            as="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: options may say the same
            key={at}
            className={isRight ? 'quiz-option quiz-option-right' : 'quiz-option'}
          >
            <Block as="span">
              {String.fromCharCode(65 + at)}. {option}
            </Block>
            {isRight && <Chip tone="good" words="答案" />}
          </Block>
        );
      })}
    </Block>
  );
}
