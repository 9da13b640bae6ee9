import { PickPiece } from '../../../features/task/desk/PickPiece';
import { PublishAction } from '../../../features/task/desk/PublishAction';
import { PublishForm } from '../../../features/task/desk/PublishForm';
import { usePublishForm } from '../../../features/task/desk/usePublishForm';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../DeskScreen';

/** 布置学习任务: whom, until when, 发布. */
export default function DeskTaskPublishPage() {
  const { pieceId, seriesId, paperId } = useRouteParams('deskTaskPublish');
  const id = pieceId ?? seriesId ?? paperId;
  if (!id) {
    return (
      <DeskScreen title="布置学习任务" place="deskTasks">
        <PickPiece />
      </DeskScreen>
    );
  }
  return <Publish kind={pieceId ? 'piece' : seriesId ? 'series' : 'paper'} id={id} />;
}

function Publish(target: { kind: 'piece' | 'series' | 'paper'; id: string }) {
  const form = usePublishForm(target);
  return (
    <DeskScreen
      title="布置学习任务"
      place="deskTasks"
      footer={form.about.data && <PublishAction form={form} />}
    >
      <PublishForm form={form} />
    </DeskScreen>
  );
}
