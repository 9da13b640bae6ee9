import { BankIntake } from '../../../features/quiz/desk/BankIntake';
import { DeskScreen } from '../../desk/DeskScreen';

/** 导入题库. */
export default function DeskBankImportPage() {
  return (
    <DeskScreen title="导入题库" place="deskBank">
      <BankIntake />
    </DeskScreen>
  );
}
