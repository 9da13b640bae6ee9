import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Form } from '../../../ui/Form';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import type { Media } from '../useMedia';
import { CheckFields } from './CheckFields';
import { kindWords, type PieceKind } from './deskPiece';
import { type DraftErrors, type DraftForm, emptyCheck, mostChecks } from './draftForm';
import { PartList } from './PartList';
import { SourceFields } from './SourceFields';

export interface DraftFieldsProps {
  form: DraftForm;
  /** Undefined until the person has tried to save or submit. */
  errors: DraftErrors | undefined;
  writeFor: readonly { id: string; name: string }[];
  /** A saved piece stays with its organisation. */
  isNew: boolean;
  onChange: (part: Partial<DraftForm>) => void;
  /** Where pictures and recordings can be read. */
  media: Media;
  /** A file has just arrived and can be read at `url`. */
  onArrived: (fileId: string, url: string) => void;
  /** Browsers: Enter in a field saves the draft. */
  onSubmit: () => void;
}

const kinds = Object.entries(kindWords).map(([key, words]) => ({ key: key as PieceKind, words }));

/** The fields of a piece. */
export function DraftFields(props: DraftFieldsProps) {
  const { form, errors, writeFor, isNew, media, onArrived, onChange, onSubmit } = props;
  const { checks } = form;
  return (
    <Form label="写稿" onSubmit={onSubmit}>
      <Card title="篇目">
        {isNew && writeFor.length > 1 && (
          <SelectField
            label="写给哪里"
            options={writeFor.map(({ id, name }) => ({ key: id, words: name }))}
            value={form.organisationId || undefined}
            error={errors?.organisationId}
            onChange={(organisationId) => onChange({ organisationId })}
          />
        )}
        <TextField
          label="标题"
          hint="像问一句家常话，例如：药店没有处方上的药，能换一种差不多的吗"
          value={form.title}
          maxLength={60}
          error={errors?.title}
          onChange={(title) => onChange({ title })}
        />
        <TextField
          label="主题"
          hint="例如：药品"
          value={form.topic}
          maxLength={20}
          error={errors?.topic}
          onChange={(topic) => onChange({ topic })}
        />
        <SelectField label="种类" options={kinds} value={form.kind} onChange={(kind) => onChange({ kind })} />
        <PartList
          parts={form.parts}
          error={errors?.text}
          errors={errors?.parts}
          media={media}
          onChange={(parts) => onChange({ parts })}
          onArrived={onArrived}
        />
      </Card>
      <SourceFields form={form} errors={errors} onChange={onChange} />
      {checks.map((check, index) => (
        <CheckFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          key={index}
          number={index + 1}
          check={check}
          errors={errors?.checks[index]}
          onChange={(part) =>
            onChange({ checks: checks.map((one, at) => (at === index ? { ...one, ...part } : one)) })
          }
          onRemove={() => onChange({ checks: checks.filter((_, at) => at !== index) })}
        />
      ))}
      {checks.length < mostChecks && (
        <Button kind="secondary" isInline onPress={() => onChange({ checks: [...checks, emptyCheck()] })}>
          加一道自测题
        </Button>
      )}
    </Form>
  );
}
