import { today } from '../../platform/clock';
import { useCloud } from '../../platform/useCloud';
import { DayField } from '../../ui/DayField';
import { Loaded } from '../../ui/Loaded';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';

/** A turn while it is laid or changed. */
export interface TurnForm {
  day: string;
  speakerId: string | undefined;
  topic: string;
}

/** A form to begin with. */
export const emptyTurn: TurnForm = { day: '', speakerId: undefined, topic: '' };

/** The form as the cloud takes it, or null while day or speaker are missing. */
export function wholeTurn({ day, speakerId, topic }: TurnForm) {
  return day !== '' && speakerId !== undefined ? { day, speakerId, topic } : null;
}

export interface TurnFieldsProps {
  organisationId: string;
  fields: TurnForm;
  onChange: (fields: TurnForm) => void;
}

/** Who speaks, on which day, about what. */
export function TurnFields({ organisationId, fields, onChange }: TurnFieldsProps) {
  const speakers = useCloud('lecture.speakers', { organisationId }, { skip: organisationId === '' });
  return (
    <>
      <Loaded from={speakers} lines={2}>
        {(data) => (
          <SelectField
            label="请谁来讲"
            options={data.speakers.map(({ id, name }) => ({ key: id, words: name }))}
            value={fields.speakerId}
            onChange={(speakerId) => onChange({ ...fields, speakerId })}
          />
        )}
      </Loaded>
      <DayField
        label="哪一天"
        value={fields.day}
        min={today()}
        onChange={(day) => onChange({ ...fields, day })}
      />
      <TextField
        label="讲什么（可以先不写）"
        value={fields.topic}
        maxLength={60}
        onChange={(topic) => onChange({ ...fields, topic })}
      />
    </>
  );
}
