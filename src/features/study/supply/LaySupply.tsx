import { useState } from 'react';
import { sayWeek } from '../../../domain/calendar/sayWeek';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Form } from '../../../ui/Form';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Heading, Words } from '../../../ui/Words';
import type { LaidRota } from './supplyRota';

/** A week, a month, a quarter, half a year. */
const spans = ['1', '2', '4', '8', '13', '26'] as const;

export interface LaySupplyProps {
  rotas: readonly LaidRota[];
  onDone: () => Promise<void>;
}

/** A form for the weeks that nobody has yet: from which one, how many, among whom. */
export function LaySupply({ rotas, onDone }: LaySupplyProps) {
  const [rotaId, setRotaId] = useState(rotas[0]?.id ?? '');
  const rota = rotas.find(({ id }) => id === rotaId) ?? rotas[0];
  const [from, setFrom] = useState<string>();
  const [weeks, setWeeks] = useState<(typeof spans)[number]>('4');
  const [chosen, setChosen] = useState<number[]>([]);
  const { run, isBusy, error } = useAction('study.laySupply');
  if (!rota) return null;
  // What was free when the form was drawn may be laid by now.
  const start = from && rota.freeWeeks.includes(from) ? from : rota.freeWeeks[0];
  const supplierIds = chosen.flatMap((index) => rota.suppliers[index]?.id ?? []);
  const isWhole = start !== undefined && supplierIds.length > 0;
  const lay = async () => {
    if (!isWhole) return;
    if (!(await run({ organisationId: rota.id, from: start, weeks: Number(weeks), supplierIds }))) return;
    announce('排好了，供稿的同志会收到通知');
    setFrom(undefined);
    setChosen([]);
    await onDone();
  };
  return (
    <Card>
      <Form label="排轮值" onSubmit={() => void lay()}>
        {rotas.length > 1 && (
          <SelectField
            label="给哪里供稿"
            options={rotas.map(({ id, name }) => ({ key: id, words: name }))}
            value={rota.id}
            onChange={(id) => {
              setRotaId(id);
              setFrom(undefined);
              setChosen([]);
            }}
          />
        )}
        <SelectField
          label="从哪一周排起"
          options={rota.freeWeeks.map((week) => ({ key: week, words: sayWeek(week) }))}
          value={start}
          onChange={setFrom}
        />
        <SelectField
          label="排几周"
          hint="放假的周不排，已经排好的周不动"
          options={spans.map((span) => ({ key: span, words: `${span} 周` }))}
          value={weeks}
          onChange={setWeeks}
        />
        <Heading level={3}>由哪里轮流供稿</Heading>
        <ChoiceGroup
          label="由哪里轮流供稿"
          kind="multiple"
          hasLetters={false}
          options={rota.suppliers.map(({ name }) => name)}
          chosen={chosen}
          onChoose={setChosen}
        />
        <Words tone="small">没排过的先排，排过的按等的时间来</Words>
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isSubmit isBusy={isBusy} isDisabled={!isWhole} onPress={() => void lay()}>
          排上
        </Button>
      </Form>
    </Card>
  );
}
