import { FirstStep } from '../../../ui/FirstStep';
import { Words } from '../../../ui/Words';
import { DeskScreen } from '../DeskScreen';
import { useFirstDay } from './useFirstDay';

/** 开头几步. */
export default function DeskFirstDayPage() {
  const steps = useFirstDay();
  const next = steps.find(({ isDone }) => isDone === false);
  return (
    <DeskScreen title="开头几步" place="deskHome">
      <Words tone="quiet">哪一步都可以先放着，顺序也可以换。做好了，这里自己会知道</Words>
      {steps.map((step) => (
        <FirstStep key={step.title} step={step} isNext={step === next} />
      ))}
    </DeskScreen>
  );
}
