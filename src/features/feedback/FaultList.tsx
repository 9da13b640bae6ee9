import type { Output } from '../../contract/operations';
import { sayMoment } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { AnswerPart } from './AnswerPart';

type Fault = Output<'feedback.faults'>['faults'][number];

const subjectWords: Record<Fault['subject'], string> = {
  piece: '篇目',
  question: '题目',
  scoreEntry: '得分',
};

/** 报错: what readers found wrong in what one keeps, open ones first, and the answers. */
export function FaultList() {
  const list = useCloud('feedback.faults', {});
  return (
    <Loaded from={list}>
      {({ faults }) =>
        faults.length === 0 ? (
          <EmptyState sentence="还没有人指出问题。有了会出现在这里" />
        ) : (
          faults.map((fault) => <FaultCard key={fault.id} fault={fault} onAnswered={list.reload} />)
        )
      }
    </Loaded>
  );
}

function FaultCard({ fault, onAnswered }: { fault: Fault; onAnswered: () => Promise<void> }) {
  const { run, isBusy, error } = useAction('feedback.answerFault');
  const { id, version, subject, subjectTitle, text, answer, reporterName, reportedAt } = fault;
  const send = async (written: string) => {
    const done = await run({ faultId: id, version, answer: written });
    if (!done) return false;
    announce('答复已送出，会告诉报错的同志');
    await onAnswered();
    return true;
  };
  return (
    <Card
      title={subjectTitle}
      aside={
        <>
          {subjectWords[subject]} <Chip words={answer === null ? '等答复' : '已答复'} />
        </>
      }
    >
      <Words>{text}</Words>
      <Words tone="small">
        {reporterName} · {sayMoment(reportedAt, today())}
      </Words>
      {answer !== null && <Words tone="quiet">答复：{answer}</Words>}
      <AnswerPart
        draftKey={`fault/${id}`}
        before={answer}
        maxLength={500}
        isBusy={isBusy}
        refusal={error}
        onRefresh={onAnswered}
        onSend={send}
      />
    </Card>
  );
}
