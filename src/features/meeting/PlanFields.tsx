import { needsLateReason } from '../../domain/meeting/timing';
import { today } from '../../platform/clock';
import type { CloudError } from '../../platform/cloudError';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DayField } from '../../ui/DayField';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import { AgendaFields } from './AgendaFields';
import { type MeetingType, typeWords } from './meeting';
import { type PlanErrors, type PlanForm, suggestedTitle } from './planForm';

export interface PlanFieldsProps {
  form: PlanForm;
  /** Undefined until the person has tried to send it: nobody is blamed for what they have not written yet. */
  errors: PlanErrors | undefined;
  organisations: readonly { id: string; name: string }[];
  onChange: (part: Partial<PlanForm>) => void;
  onSubmit: () => void;
  isBusy: boolean;
  refusal: CloudError | undefined;
}

const types = Object.entries(typeWords).map(([key, words]) => ({ key: key as MeetingType, words }));

/** The fields of a meeting to be called. */
export function PlanFields({
  form,
  errors,
  organisations,
  onChange,
  onSubmit,
  isBusy,
  refusal,
}: PlanFieldsProps) {
  const suggestion = suggestedTitle(form);
  return (
    <Form label="安排会议" onSubmit={onSubmit}>
      <Card title="什么会">
        {organisations.length > 1 && (
          <SelectField
            label="哪个组织的会"
            options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
            value={form.organisationId || undefined}
            error={errors?.organisationId}
            onChange={(organisationId) => onChange({ organisationId })}
          />
        )}
        <SelectField label="类型" options={types} value={form.type} onChange={(type) => onChange({ type })} />
        <DayField label="哪一天" value={form.day} error={errors?.day} onChange={(day) => onChange({ day })} />
        {form.day !== '' && form.day < today() && (
          <Words tone="warn">
            这一天已经过去，会作为补记
            {needsLateReason(form.day, today()) ? '；签定时要写一句晚记的原因' : ''}
          </Words>
        )}
        <DayField
          kind="time"
          label="几点开始"
          value={form.time}
          error={errors?.time}
          onChange={(time) => onChange({ time })}
        />
        <TextField
          label="地点"
          value={form.place}
          maxLength={60}
          error={errors?.place}
          onChange={(place) => onChange({ place })}
        />
        <TextField
          label="会议名称"
          hint={suggestion ? `不写就叫“${suggestion}”` : undefined}
          value={form.title}
          maxLength={60}
          error={errors?.title}
          onChange={(title) => onChange({ title })}
        />
      </Card>
      <AgendaFields
        agenda={form.agenda}
        errors={errors?.agenda}
        onChange={(agenda) => onChange({ agenda })}
      />
      {refusal && <ErrorState sentence={refusal.message} requestId={refusal.requestId} />}
      <Button isSubmit isBusy={isBusy} onPress={onSubmit}>
        安排会议
      </Button>
    </Form>
  );
}
