import { Block } from '../../ui/Block';
import { TextField } from '../../ui/TextField';
import { Words } from '../../ui/Words';

/** What somebody may write into one blank (src/contract/shapes.ts). */
const LONGEST = 200;

export interface BlankFieldsProps {
  /** How many blanks there are. */
  size: number;
  given: readonly string[];
  onWrite: (given: string[]) => void;
  /** After grading: the texts that count as right, for each blank. */
  accepted?: readonly (readonly string[])[];
  /** Sent: shown, no longer written in. */
  isLocked: boolean;
}

/** A field for each blank of a question, in the order of the blanks. */
export function BlankFields({ size, given, onWrite, accepted, isLocked }: BlankFieldsProps) {
  const texts = Array.from({ length: size }, (_, index) => given[index] ?? '');
  return (
    <>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place
        <Block key={index}>
          <TextField
            label={size === 1 ? '填在这里' : `第 ${index + 1} 空`}
            value={text}
            maxLength={LONGEST}
            isDisabled={isLocked}
            onChange={(written) => onWrite(texts.map((one, at) => (at === index ? written : one)))}
          />
          {accepted && <Words tone="small">可以填：{(accepted[index] ?? []).join('，或 ')}</Words>}
        </Block>
      ))}
    </>
  );
}
