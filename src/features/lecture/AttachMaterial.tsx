import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { ChangeRow } from '../../ui/ChangeRow';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextField';
import type { RotaAnswer, Turn } from './turn';

/** As the contract has it (`lecture.attach`). */
const longestOutline = 2000;
const none = 'none';

export interface AttachMaterialProps {
  turn: Turn;
  ownPieces: RotaAnswer['ownPieces'];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** What the speaker lays down for the own turn: some words, and a micro-lecture of the own writing. */
export function AttachMaterial({ turn, ownPieces, onDone, onClose }: AttachMaterialProps) {
  const [outline, setOutline] = useState(turn.outline);
  const [pieceId, setPieceId] = useState(turn.piece?.id ?? none);
  const { run, isBusy, error } = useAction('lecture.attach');
  const save = async () => {
    const input = {
      turnId: turn.id,
      version: turn.version,
      outline,
      pieceId: pieceId === none ? null : pieceId,
    };
    if (!(await run(input))) return;
    announce('存好了，支部的同志都能看到');
    await onDone();
  };
  const pieces = [
    { key: none, words: '不附讲稿' },
    ...(turn.piece && !ownPieces.some((one) => one.id === turn.piece?.id)
      ? [{ key: turn.piece.id, words: turn.piece.title }]
      : []),
    ...ownPieces.map(({ id, title }) => ({ key: id, words: title })),
  ];
  return (
    <>
      <TextArea
        label="要点"
        hint="支部的同志都能看到"
        value={outline}
        maxLength={longestOutline}
        onChange={setOutline}
      />
      {pieces.length > 1 && (
        <SelectField
          label="讲稿"
          hint="您写的“微党课”稿件，可以带录音。发布后大家才能打开"
          options={pieces}
          value={pieceId}
          onChange={setPieceId}
        />
      )}
      <ChangeRow words="存下" isBusy={isBusy} error={error} onChange={save} onLeave={onClose} />
    </>
  );
}
