import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { emptyTurn, TurnFields, wholeTurn } from './TurnFields';

export interface LayTurnProps {
  places: readonly { id: string; name: string }[];
  onDone: () => Promise<void>;
}

/** A form for one more turn: where, who, when, about what. */
export function LayTurn({ places, onDone }: LayTurnProps) {
  const [organisationId, setOrganisationId] = useState(places[0]?.id ?? '');
  const [fields, setFields] = useState(emptyTurn);
  const { run, isBusy, error } = useAction('lecture.lay');
  const lay = async () => {
    const whole = wholeTurn(fields);
    if (!whole || !(await run({ organisationId, ...whole }))) return;
    announce('排好了，讲的同志会收到通知');
    setFields(emptyTurn);
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
              setFields({ ...fields, speakerId: undefined });
            }}
          />
        )}
        <TurnFields organisationId={organisationId} fields={fields} onChange={setFields} />
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isSubmit isBusy={isBusy} isDisabled={!wholeTurn(fields)} onPress={() => void lay()}>
          排上
        </Button>
      </Form>
    </Card>
  );
}
