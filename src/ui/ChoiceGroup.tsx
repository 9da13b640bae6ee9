import { Block } from './Block';
import { Pressable } from './Pressable';
import './ChoiceGroup.scss';

/** What the answer sheet says about one option. */
export type Verdict = 'right' | 'wrong' | 'missed';

const verdictWords: Record<'single' | 'multiple', Record<Verdict, string>> = {
  single: { right: '您选的，答对了', wrong: '您选的，不是这一项', missed: '正确答案是这一项' },
  multiple: { right: '您选的，是对的', wrong: '您选的，不是这一项', missed: '这一项也该选' },
};

export interface ChoiceGroupProps {
  /** What is asked; read before the options. */
  label: string;
  kind: 'single' | 'multiple';
  options: readonly string[];
  /** Indices of the chosen options, sorted. */
  chosen: readonly number[];
  onChoose: (chosen: number[]) => void;
  /** After the answer: what to say at each option (index -> verdict). Colour never speaks alone. */
  verdicts?: Readonly<Record<number, Verdict>>;
  /** Answered: shown, no longer pressed. */
  isLocked?: boolean;
  /** A, B, C …; not for 对 / 错. */
  hasLetters?: boolean;
  /** Short words (days of the week) side by side instead of a row each. */
  isCompact?: boolean;
}

/** Options as large rows: one (radio) or several (checkbox) of them. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const {
    label,
    kind,
    options,
    chosen,
    onChoose,
    verdicts = {},
    isLocked,
    hasLetters = true,
    isCompact,
  } = props;
  const choose = (index: number) => {
    if (kind === 'single') return onChoose([index]);
    const without = chosen.filter((other) => other !== index);
    onChoose(without.length < chosen.length ? without : [...chosen, index].sort((a, b) => a - b));
  };
  return (
    <Block
      role={kind === 'single' ? 'radiogroup' : 'group'}
      aria-label={label}
      className={isCompact ? 'ui-choices ui-choices-compact' : 'ui-choices'}
    >
      {options.map((text, index) => {
        const verdict = verdicts[index];
        const isChosen = chosen.includes(index);
        const classes = ['ui-choice'];
        if (isChosen) classes.push('ui-choice-chosen');
        if (verdict) classes.push(`ui-choice-${verdict}`);
        return (
          <Pressable
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={index}
            className={classes.join(' ')}
            role={kind === 'single' ? 'radio' : 'checkbox'}
            isChecked={isChosen}
            isLocked={isLocked}
            onPress={() => choose(index)}
          >
            {hasLetters && (
              <Block as="span" className="ui-choice-letter">
                {String.fromCharCode(65 + index)}
              </Block>
            )}
            <Block as="span" className="ui-choice-words">
              {text}
              {verdict && (
                <Block as="span" className="ui-choice-verdict">
                  {verdictWords[kind][verdict]}
                </Block>
              )}
            </Block>
            <Block as="span" className={`ui-choice-mark ui-choice-mark-${kind}`} aria-hidden />
          </Pressable>
        );
      })}
    </Block>
  );
}
