import { PaperList } from '../../../features/quiz/paper/PaperList';
import { goTo } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { DeskScreen } from '../../desk/DeskScreen';

/** 卷子: what was made, and making a new one. */
export default function DeskPapersPage() {
  return (
    <DeskScreen
      title="卷子"
      place="deskPapers"
      footer={<Button onPress={() => goTo('deskPaper')}>做一份卷子</Button>}
    >
      <PaperList />
    </DeskScreen>
  );
}
