import { useState } from 'react';
import type { ChosenFile } from '../../platform/chooseFile';
import { useCloud } from '../../platform/useCloud';
import { Loaded } from '../../ui/Loaded';
import { ChooseRoster } from './ChooseRoster';
import { IntakePreview } from './IntakePreview';
import { IntakeResult } from './IntakeResult';
import type { Duty, Intake, Purpose } from './intake';

/**
 * 导入名册, or 核对名册: from the file to what changes, and back. The preview lives on the server, so a page that was
 * closed goes on where it was; only for another mapping the file is needed once more.
 */
export function RosterIntake({ purpose }: { purpose: Purpose }) {
  const mine = useCloud('intake.mine', {});
  const [open, setOpen] = useState<Intake | 'none'>();
  const [chosen, setChosen] = useState<ChosenFile>();
  const [duties, setDuties] = useState<readonly Duty[]>([]);
  const begin = (intake: Intake, file: ChosenFile) => {
    setChosen(file);
    setOpen(intake);
  };
  const startAnew = () => {
    setDuties([]);
    setOpen('none');
    setChosen(undefined);
    void mine.reload();
  };
  return (
    <Loaded from={mine} lines={6}>
      {({ intakes }) => {
        const waiting = intakes.find((one) => one.state === 'preview' && one.purpose === purpose);
        const current = open === 'none' ? undefined : (open ?? waiting);
        if (!current)
          return <ChooseRoster purpose={purpose} intakes={intakes} onRead={begin} onOpen={setOpen} />;
        if (current.state === 'preview') {
          return (
            <IntakePreview
              key={current.intakeId}
              intake={current}
              file={chosen}
              onRead={begin}
              onChanged={setOpen}
              onApplied={(applied, named) => {
                setDuties(named);
                setOpen(applied);
              }}
              onStartAnew={startAnew}
            />
          );
        }
        return <IntakeResult intake={current} duties={duties} onChanged={setOpen} onStartAnew={startAnew} />;
      }}
    </Loaded>
  );
}
