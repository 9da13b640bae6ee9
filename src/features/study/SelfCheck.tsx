import { useEffect, useState } from 'react';
import { bringIntoView } from '../../platform/bringIntoView';
import { useAction } from '../../platform/useAction';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { GradedQuestion } from '../../ui/GradedQuestion';
import { Words } from '../../ui/Words';
import type { Piece } from './piece';
import './SelfCheck.scss';

const cardId = 'self-check';

/** 考考自己: up to three questions on the piece, one by one; may be skipped, nothing of it is kept. */
export function SelfCheck({ piece }: { piece: Piece }) {
  const [at, setAt] = useState<number>();
  const { checks } = piece;
  // The answer before may have been longer than the window: the next question would begin above it.
  useEffect(() => {
    if (at) bringIntoView(cardId);
  }, [at]);
  if (checks.length === 0) return null;
  const check = at === undefined ? undefined : checks[at];
  const title = '考考自己';
  if (at === undefined) {
    return (
      <Card tone="ground" title={title} aside={`${checks.length} 题，可以不做`}>
        <Words tone="quiet">答完就看为什么，不记分，也不留记录</Words>
        <Button kind="secondary" onPress={() => setAt(0)}>
          做一做
        </Button>
      </Card>
    );
  }
  if (!check) {
    return (
      <Block id={cardId} className="study-check" tabIndex={-1}>
        <Card tone="ground" title={title}>
          <Words>{checks.length} 题都看过了</Words>
          <Button kind="quiet" onPress={() => setAt(0)}>
            再做一遍
          </Button>
        </Card>
      </Block>
    );
  }
  return (
    <Block id={cardId} className="study-check" tabIndex={-1}>
      <Card tone="ground" title={title} aside={`第 ${at + 1} 题，共 ${checks.length} 题`}>
        <CheckQuestion
          key={check.position}
          pieceId={piece.id}
          check={check}
          onNext={() => setAt(at + 1)}
          isLast={at === checks.length - 1}
        />
      </Card>
    </Block>
  );
}

interface CheckQuestionProps {
  pieceId: string;
  check: Piece['checks'][number];
  onNext: () => void;
  isLast: boolean;
}

function CheckQuestion({ pieceId, check, onNext, isLast }: CheckQuestionProps) {
  const [chosen, setChosen] = useState<number[]>([]);
  const [graded, setGraded] = useState<{ correct: boolean; key: number[]; explanation: string }>();
  const { run, isBusy, error } = useAction('study.answerCheck');
  const submit = async () => {
    setGraded(await run({ pieceId, position: check.position, answer: chosen }));
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
      {graded ? (
        <Button kind="secondary" onPress={onNext}>
          {isLast ? '看完了' : '下一题'}
        </Button>
      ) : (
        <Button kind="secondary" isBusy={isBusy} isDisabled={chosen.length === 0} onPress={submit}>
          {error ? '再交一次' : '看对不对'}
        </Button>
      )}
    </GradedQuestion>
  );
}
