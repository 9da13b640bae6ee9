import type { Output } from '../../contract/operations';
import { sayNearDay } from '../../domain/calendar/sayDay';
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

type Letter = Output<'feedback.inbox'>['feedback'][number];

/** 投诉建议办理: what people have sent, open ones first, and the answers. */
export function FeedbackInbox() {
  const inbox = useCloud('feedback.inbox', {});
  return (
    <Loaded from={inbox}>
      {({ feedback }) =>
        feedback.length === 0 ? (
          <EmptyState sentence="还没有来信。有同志写来，会出现在这里" />
        ) : (
          feedback.map((letter) => <LetterCard key={letter.id} letter={letter} onAnswered={inbox.reload} />)
        )
      }
    </Loaded>
  );
}

function LetterCard({ letter, onAnswered }: { letter: Letter; onAnswered: () => Promise<void> }) {
  const { run, isBusy, error } = useAction('feedback.reply');
  const { id, version, text, answer, answeredOn, senderName, sentOn } = letter;
  const send = async (written: string) => {
    const done = await run({ feedbackId: id, version, answer: written });
    if (!done) return false;
    announce('答复已送出');
    await onAnswered();
    return true;
  };
  return (
    <Card
      title={senderName ?? '没有署名'}
      aside={
        <>
          {sayNearDay(sentOn, today())} <Chip words={answer === null ? '等答复' : '已答复'} />
        </>
      }
    >
      <Words>{text}</Words>
      {answer !== null && (
        <Words tone="quiet">
          答复{answeredOn && `（${sayNearDay(answeredOn, today())}）`}：{answer}
        </Words>
      )}
      <AnswerPart
        draftKey={`feedback/${id}`}
        before={answer}
        maxLength={2000}
        isBusy={isBusy}
        refusal={error}
        onRefresh={onAnswered}
        onSend={send}
      />
    </Card>
  );
}
