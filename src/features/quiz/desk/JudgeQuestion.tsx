import { useState } from 'react';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { TextField } from '../../../ui/TextField';
import { Stack, Words } from '../../../ui/Words';
import type { JudgedQuestion, Review, Verdict } from './bankWords';
import { QuestionView } from './QuestionView';

/** One question for the second person: it passes, or goes back with a reason. */
export function JudgeQuestion({
  reviewId,
  question,
  onJudged,
  onReload,
}: {
  reviewId: string;
  question: JudgedQuestion;
  onJudged: (verdict: Verdict, review: Review) => void;
  onReload: () => Promise<void>;
}) {
  const [isReturning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, error } = useAction('quiz.judgeQuestion');
  const { id, version, verdict, mine, flagged, note } = question;
  const judge = async (said: Verdict) => {
    const done = await run({
      reviewId,
      questionId: id,
      version,
      verdict: said.verdict,
      reason: said.verdict === 'return' ? said.reason : undefined,
    });
    if (done) onJudged(said, done.review);
  };
  const giveBack = () => {
    setTried(true);
    if (reason.trim() !== '') void judge({ verdict: 'return', reason: reason.trim() });
  };
  return (
    <Card title="请看这一题" aside={flagged ? '请细看' : '抽到的'}>
      <QuestionView question={question} />
      {note !== '' && <Words tone="warn">{note}</Words>}
      {verdict && (
        <Words tone={verdict.verdict === 'pass' ? 'good' : 'warn'}>
          {verdict.verdict === 'pass' ? '通过了' : `退回修改：${verdict.reason}`}
        </Words>
      )}
      {error && !isReturning && (
        <ErrorState sentence={error.message} requestId={error.requestId}>
          {error.code === 'conflict' && (
            <Button kind="secondary" isInline onPress={() => void onReload()}>
              看现在的样子
            </Button>
          )}
        </ErrorState>
      )}
      {mine ? (
        <Words tone="quiet">这一题您写过或改过，由另一位同志来看</Words>
      ) : (
        <Stack>
          <Button isBusy={isBusy} onPress={() => void judge({ verdict: 'pass', reason: '' })}>
            通过
          </Button>
          <Button kind="secondary" onPress={() => setReturning(true)}>
            退回修改
          </Button>
        </Stack>
      )}
      {isReturning && (
        <Confirm
          title="退回修改？"
          sentence="写明哪里不对，写题的同志看得到"
          confirmWords="退回"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={giveBack}
          onCancel={() => setReturning(false)}
        >
          <TextField
            label="哪里不对"
            value={reason}
            maxLength={200}
            error={isTried && reason.trim() === '' ? '请写一句，例如：答案和新的规定不一样' : undefined}
            onChange={setReason}
          />
        </Confirm>
      )}
    </Card>
  );
}
