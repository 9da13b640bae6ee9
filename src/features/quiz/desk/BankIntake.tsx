import { useState } from 'react';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import type { BankImport } from './bankWords';
import { ChooseBankFiles } from './ChooseBankFiles';
import { ImportPreview } from './ImportPreview';
import { ImportResult } from './ImportResult';

/** 导入题库: from files to what would come, and back. The preview lives on the server: a page that was closed goes on where it was. */
export function BankIntake() {
  const me = useMe();
  const mine = useCloud('quiz.readImports', {}, { skip: !me });
  const desk = useCloud('quiz.readQuestions', {}, { skip: !me });
  const [open, setOpen] = useState<BankImport | 'none'>();
  const [isRestOpen, setRestOpen] = useState(false);
  const show = (from: BankImport) => {
    setRestOpen(false);
    setOpen(from);
  };
  const startAnew = () => {
    setRestOpen(false);
    setOpen('none');
    void mine.reload();
  };
  return (
    <Loaded from={mine} lines={6}>
      {({ imports }) => {
        const waiting = imports.find(({ state }) => state === 'preview');
        const current = open === 'none' ? undefined : (open ?? waiting);
        if (!current) {
          return (
            <Loaded from={desk} lines={4}>
              {({ organisations }) => (
                <ChooseBankFiles organisations={organisations} imports={imports} onRead={show} />
              )}
            </Loaded>
          );
        }
        if (current.state === 'preview' || isRestOpen) {
          return (
            <ImportPreview
              key={current.importId}
              from={current}
              onChanged={setOpen}
              onApplied={show}
              onLeave={startAnew}
            />
          );
        }
        return (
          <ImportResult
            from={current}
            onChanged={show}
            onOpenRest={() => {
              setOpen(current);
              setRestOpen(true);
            }}
            onStartAnew={startAnew}
          />
        );
      }}
    </Loaded>
  );
}
