import { BankHome } from '../../../features/quiz/desk/BankHome';
import { goTo, useRouteParams } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Button } from '../../../ui/Button';
import { DeskScreen } from '../../desk/DeskScreen';

/** 题库; with `importId` what one import has brought, with `show` those whose law has changed. */
export default function DeskBankPage() {
  const me = useMe();
  const { importId, show } = useRouteParams('deskBank');
  return (
    <DeskScreen
      title="题库"
      place="deskBank"
      footer={may(me, 'quiz.keep') && <Button onPress={() => goTo('deskBankImport')}>导入题库</Button>}
    >
      <BankHome
        key={`${importId} ${show}`}
        begin={importId ? { importId } : show === 'checking' ? { state: 'checking' } : {}}
      />
    </DeskScreen>
  );
}
