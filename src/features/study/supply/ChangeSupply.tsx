import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { ChangeRow } from '../../../ui/ChangeRow';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import type { LaidRota, SupplyTurn } from './supplyRota';

export interface ChangeSupplyProps {
  turn: SupplyTurn;
  suppliers: LaidRota['suppliers'];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Gives a week to another supplier. */
export function ChangeSupply({ turn, suppliers, onDone, onClose }: ChangeSupplyProps) {
  const [supplierId, setSupplierId] = useState<string>();
  const { run, isBusy, error } = useAction('study.changeSupply');
  const change = async () => {
    if (!supplierId || !(await run({ turnId: turn.id, version: turn.version, supplierId }))) return;
    announce('改好了，两边都会收到通知');
    await onDone();
  };
  return (
    <>
      <SelectField
        label="改由哪里供稿"
        options={suppliers
          .filter(({ id }) => id !== turn.supplier.id)
          .map(({ id, name }) => ({ key: id, words: name }))}
        value={supplierId}
        onChange={setSupplierId}
      />
      {turn.pieces.length > 0 && <Words tone="quiet">已经写的稿件还是原来的同志接着写，不再记在这一周</Words>}
      <ChangeRow isBusy={isBusy} isDisabled={!supplierId} error={error} onChange={change} onLeave={onClose} />
    </>
  );
}
