import { Shares } from '../../../features/quiz/analysis/Shares';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Button } from '../../../ui/Button';
import { DeskScreen } from '../../desk/DeskScreen';

/** 讲课选题参考: what a branch might be told about next. */
export default function DeskSharesPage() {
  const me = useMe();
  const mayLay = may(me, 'lecture.lay');
  return (
    <DeskScreen
      title="讲课选题参考"
      place={mayLay ? 'lectureRota' : 'deskBank'}
      footer={mayLay && <Button onPress={() => goTo('lectureRota')}>排一讲</Button>}
    >
      <Shares />
    </DeskScreen>
  );
}
