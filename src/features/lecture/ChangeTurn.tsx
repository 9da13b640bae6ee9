import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { Stack, Words } from '../../ui/Words';
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
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button
          kind="secondary"
          isInline
          isSubmit
          isBusy={isBusy}
          isDisabled={!whole}
          onPress={() => void change()}
        >
          改好了
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不改
        </Button>
      </Stack>
    </Form>
  );
}
