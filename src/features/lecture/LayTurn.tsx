import { useState } from 'react';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DayField } from '../../ui/DayField';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';

export interface LayTurnProps {
  places: readonly { id: string; name: string }[];
  onDone: () => Promise<void>;
}

/** A form for one more turn: where, who, when, about what. */
export function LayTurn({ places, onDone }: LayTurnProps) {
  const [organisationId, setOrganisationId] = useState(places[0]?.id ?? '');
  const [day, setDay] = useState('');
  const [speakerId, setSpeakerId] = useState<string>();
  const [topic, setTopic] = useState('');
  const speakers = useCloud('lecture.speakers', { organisationId }, { skip: organisationId === '' });
  const { run, isBusy, error } = useAction('lecture.lay');
  const isWhole = day !== '' && speakerId !== undefined;
  const lay = async () => {
    if (!isWhole || !(await run({ organisationId, day, speakerId, topic }))) return;
    announce('排好了，讲的同志会收到通知');
    setDay('');
    setSpeakerId(undefined);
    setTopic('');
    await onDone();
  };
  return (
    <Card>
      <Form label="排一讲" onSubmit={() => void lay()}>
        {places.length > 1 && (
          <SelectField
            label="在哪里讲"
            options={places.map(({ id, name }) => ({ key: id, words: name }))}
            value={organisationId}
            onChange={(id) => {
              setOrganisationId(id);
              setSpeakerId(undefined);
            }}
          />
        )}
        <Loaded from={speakers} lines={2}>
          {(data) => (
            <SelectField
              label="请谁来讲"
              options={data.speakers.map(({ id, name }) => ({ key: id, words: name }))}
              value={speakerId}
              onChange={setSpeakerId}
            />
          )}
        </Loaded>
        <DayField label="哪一天" value={day} min={today()} onChange={setDay} />
        <TextField label="讲什么（可以先不写）" value={topic} maxLength={60} onChange={setTopic} />
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isSubmit isBusy={isBusy} isDisabled={!isWhole} onPress={() => void lay()}>
          排上
        </Button>
      </Form>
    </Card>
  );
}
