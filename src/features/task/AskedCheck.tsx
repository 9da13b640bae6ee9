import { useState } from 'react';
import type { Output } from '../../contract/operations';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { GradedQuestion } from '../../ui/GradedQuestion';
import { Words } from '../../ui/Words';

type Check = Output<'study.piece'>['piece']['checks'][number];

export interface AskedCheckProps {
  pieceId: string;
  checks: readonly Check[];
  /** Called with every right answer, in order, once the last one is right. */
  onRight: (answers: number[][]) => void;
}

/** The self-check that goes with a task: question by question until each is right, as often as it takes; nothing of it is kept. */
export function AskedCheck({ pieceId, checks, onRight }: AskedCheckProps) {
  const [answers, setAnswers] = useState<number[][]>([]);
  const check = checks[answers.length];
  if (!check) return <Words tone="quiet">自测题都答对了，可以交了</Words>;
  const add = (answer: number[]) => {
    const next = [...answers, answer];
    setAnswers(next);
    if (next.length === checks.length) onRight(next);
  };
  return (
    <Card tone="ground" title="自测" aside={`第 ${answers.length + 1} 题，共 ${checks.length} 题`}>
      <Words tone="quiet">答对为止，次数不限；答了什么不留记录</Words>
      <AskedQuestion
        key={check.position}
        pieceId={pieceId}
        check={check}
        isLast={answers.length === checks.length - 1}
        onRight={add}
      />
    </Card>
  );
}

interface AskedQuestionProps {
  pieceId: string;
  check: Check;
  isLast: boolean;
  onRight: (answer: number[]) => void;
}

function AskedQuestion({ pieceId, check, isLast, onRight }: AskedQuestionProps) {
  const [chosen, setChosen] = useState<number[]>([]);
  const [graded, setGraded] = useState<Output<'study.answerCheck'>>();
  const { run, isBusy, error } = useAction('study.answerCheck');
  const submit = async () => setGraded(await run({ pieceId, position: check.position, answer: chosen }));
  const again = () => {
    setChosen([]);
    setGraded(undefined);
  };
  return (
    <GradedQuestion
      question={check}
      chosen={chosen}
      onChoose={setChosen}
      graded={graded}
      isBusy={isBusy}
      error={error}
    >
      {!graded && (
        <Button kind="secondary" isBusy={isBusy} isDisabled={chosen.length === 0} onPress={submit}>
          看对不对
        </Button>
      )}
      {graded && !graded.correct && (
        <Button kind="secondary" onPress={again}>
          再选一次
        </Button>
      )}
      {graded?.correct && (
        <Button kind="secondary" onPress={() => onRight(chosen)}>
          {isLast ? '答完了' : '下一题'}
        </Button>
      )}
    </GradedQuestion>
  );
}
