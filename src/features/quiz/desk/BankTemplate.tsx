import { useState } from 'react';
import { useCloud } from '../../../platform/useCloud';
import { FileTemplate } from '../../../ui/FileTemplate';

/** A table to fill in, for who has no bank at hand. */
export function BankTemplate() {
  const [isWanted, setWanted] = useState(false);
  const from = useCloud('quiz.readBankTemplate', {}, { skip: !isWanted });
  return (
    <FileTemplate
      words="手头没有题库？用空白模板"
      from={from}
      isWanted={isWanted}
      onWant={() => setWanted(true)}
    />
  );
}
