import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ReasonedAct } from '../../../ui/ReasonedAct';
import { Words } from '../../../ui/Words';
import { PaperQuestions } from './PaperQuestions';
import { saySize, sayStanding, type WholePaper } from './paperWords';

const wayWords = { projected: '投屏', phones: '在手机上答', both: '投屏，也在手机上答' } as const;

/** A paper that is out: where it stands, its wall, making it a task, its shares, and taking it back. */
export function PublishedPaper({ paper, onReload }: { paper: WholePaper; onReload: () => Promise<void> }) {
  const me = useMe();
  const { paperId, standing, way, questions } = paper;
  const isOut = standing !== 'withdrawn';
  const canBeTask = way !== 'projected' && (standing === 'open' || standing === 'waiting');
  return (
    <>
      <Card title={paper.title}>
        <Words>
          {paper.organisationName} · {saySize(paper)} · {sayStanding(paper, today())}
        </Words>
        {way && <Words tone="quiet">{wayWords[way]}</Words>}
        {paper.withdrawReason && <Words>撤回的原因：{paper.withdrawReason}</Words>}
        {standing === 'closed' && questions.every((one) => one.share === null) && way !== 'projected' && (
          <Words tone="quiet">答的不到五人，不显示答对的比例</Words>
        )}
        {isOut && way !== 'phones' && (
          <Button onPress={() => goTo('deskPaperWall', { paperId })}>投屏</Button>
        )}
        {canBeTask && may(me, 'task.publish') && (
          <Button kind="secondary" onPress={() => goTo('deskTaskPublish', { paperId })}>
            转成学习任务
          </Button>
        )}
      </Card>
      <PaperQuestions questions={questions} />
      {isOut && <Withdraw paper={paper} onDone={onReload} />}
    </>
  );
}

function Withdraw({ paper, onDone }: { paper: WholePaper; onDone: () => Promise<void> }) {
  const { run, isBusy, error, clearError } = useAction('quiz.withdrawPaper');
  return (
    <ReasonedAct
      words="撤回这份卷子"
      title="撤回这份卷子？"
      sentence="大家的列表里就没有它了，已经答的还在各人自己那里。撤回以后不能再发布"
      confirmWords="撤回"
      hint="例如：第 3 题的依据改了"
      maxLength={100}
      isBusy={isBusy}
      error={error}
      onAct={(reason) => run({ paperId: paper.paperId, version: paper.version, reason })}
      onDone={() => {
        announce('撤回了');
        return onDone();
      }}
      onLeave={clearError}
    />
  );
}
