import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { ChangeRow } from '../../ui/ChangeRow';
import { Form } from '../../ui/Form';
import { Words } from '../../ui/Words';
import { TurnFields, type TurnForm, wholeTurn } from './TurnFields';
import type { Turn } from './turn';

export interface ChangeTurnProps {
  turn: Turn;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Another day, speaker or topic for a coming turn. */
export function ChangeTurn({ turn, onDone, onClose }: ChangeTurnProps) {
  const { id, version, organisationId, day, speaker, topic } = turn;
  const [fields, setFields] = useState<TurnForm>({ day, speakerId: speaker.id, topic });
  const { run, isBusy, error } = useAction('lecture.lay');
  const whole = wholeTurn(fields);
  const isOther = fields.speakerId !== speaker.id;
  const change = async () => {
    if (!whole || !(await run({ turnId: id, version, organisationId, ...whole }))) return;
    announce('改好了，有关的同志会收到通知');
    await onDone();
  };
  return (
    <Form label="改这一讲" onSubmit={() => void change()}>
      <TurnFields organisationId={organisationId} fields={fields} onChange={setFields} />
      {isOther && (turn.outline || turn.piece) && (
        <Words tone="quiet">换一位同志来讲，{speaker.name}写的要点不会留在这一讲里</Words>
      )}
      <ChangeRow
        isSubmit
        isBusy={isBusy}
        isDisabled={!whole}
        error={error}
        onChange={change}
        onLeave={onClose}
      />
    </Form>
  );
}
