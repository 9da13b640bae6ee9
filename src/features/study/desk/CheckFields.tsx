import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { QuestionChoices } from '../../../ui/QuestionChoices';
import { SelectField } from '../../../ui/SelectField';
import { FieldError, TextArea, TextField } from '../../../ui/TextField';
import { Words } from '../../../ui/Words';
import { type CheckForm, type DraftErrors, optionsOf } from './draftForm';

const types: { key: CheckForm['type']; words: string }[] = [
  { key: 'single', words: '单选' },
  { key: 'multiple', words: '多选' },
  { key: 'trueFalse', words: '判断' },
];

export interface CheckFieldsProps {
  number: number;
  check: CheckForm;
  errors: DraftErrors['checks'][number] | undefined;
  onChange: (part: Partial<CheckForm>) => void;
  onRemove: () => void;
}

/** One self-check question: what is asked, its options, which are right, and why. */
export function CheckFields({ number, check, errors, onChange, onRemove }: CheckFieldsProps) {
  const options = optionsOf(check);
  const hasOptions = check.type !== 'trueFalse';
  return (
    <Card title={`自测题 ${number}`}>
      <SelectField
        label="题型"
        options={types}
        value={check.type}
        // Another type has other keys.
        onChange={(type) => onChange({ type, key: [] })}
      />
      <TextField
        label="题目"
        value={check.stem}
        maxLength={300}
        error={errors?.stem}
        onChange={(stem) => onChange({ stem })}
      />
      {hasOptions && (
        <TextArea
          label="选项"
          hint="每行一个，2 到 6 个"
          rows={4}
          value={check.options}
          error={errors?.options}
          onChange={(text) => {
            const count = optionsOf({ type: check.type, options: text }).length;
            onChange({ options: text, key: check.key.filter((index) => index < count) });
          }}
        />
      )}
      {(!hasOptions || options.length > 0) && (
        <>
          <Words tone="quiet">{check.type === 'multiple' ? '点选所有正确的' : '点选正确的一项'}</Words>
          <QuestionChoices
            type={check.type}
            stem={`自测题 ${number} 的正确答案`}
            options={options}
            chosen={check.key}
            onChoose={(key) => onChange({ key })}
            isLocked={false}
          />
        </>
      )}
      <FieldError sentence={errors?.key} />
      <TextArea
        label="为什么"
        hint="用一句平常话说明，读的人答完看到"
        rows={2}
        value={check.explanation}
        maxLength={500}
        error={errors?.explanation}
        onChange={(explanation) => onChange({ explanation })}
      />
      <Button kind="quiet" label={`去掉自测题 ${number}`} onPress={onRemove}>
        去掉这道题
      </Button>
    </Card>
  );
}
