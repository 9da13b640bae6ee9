import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { replaceWith } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm, Dialog } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { DrawFields, type PaperPart } from './DrawFields';
import { PaperQuestions } from './PaperQuestions';
import { PublishPaper } from './PublishPaper';
import { saySize, type WholePaper } from './paperWords';
import './DraftPaper.scss';

/** A paper that is being made: its questions, which may go and come, and sending it out. */
export function DraftPaper({
  paper,
  onChanged,
  onReload,
}: {
  paper: WholePaper;
  onChanged: (paper: WholePaper) => void;
  onReload: () => Promise<void>;
}) {
  const [adding, setAdding] = useState<PaperPart[]>();
  const [isDropping, setDropping] = useState(false);
  const saving = useAction('quiz.savePaper');
  const dropping = useAction('quiz.discardPaper');
  const { paperId, version, organisationId, title, questions } = paper;
  const save = async (keep: string[], draw: PaperPart[]) => {
    const saved = await saving.run({ paper: { paperId, version }, organisationId, title, keep, draw });
    if (!saved) return;
    setAdding(undefined);
    onChanged(saved);
    announce(`现在有 ${saved.size} 题`);
  };
  const ids = questions.map((one) => one.id);
  const drop = async () => {
    if (!(await dropping.run({ paperId, version }))) return;
    announce('删掉了');
    replaceWith('deskPapers');
  };
  return (
    <Block className="quiz-draft">
      <Block className="quiz-draft-part">
        <Card title={title}>
          <Words tone="quiet">
            {paper.organisationName} · {saySize(paper)} · 还在做，别人看不到
          </Words>
          {saving.error && !adding && (
            <ErrorState sentence={saving.error.message} requestId={saving.error.requestId} />
          )}
        </Card>
        <PaperQuestions
          questions={questions}
          isBusy={saving.isBusy}
          onRemove={(questionId) =>
            void save(
              ids.filter((id) => id !== questionId),
              [],
            )
          }
        />
        <Button kind="secondary" onPress={() => setAdding([{ topic: null, type: null, count: 1 }])}>
          再抽几题
        </Button>
      </Block>
      <Block className="quiz-draft-part quiz-draft-side">
        {questions.length > 0 && <PublishPaper paperId={paperId} version={version} onDone={onReload} />}
        <Button kind="quiet" onPress={() => setDropping(true)}>
          删掉这份卷子
        </Button>
      </Block>
      {adding && (
        <Dialog title="再抽几题" onClose={() => setAdding(undefined)}>
          <DrawFields organisationId={organisationId} parts={adding} onChange={setAdding} />
          {saving.error && <ErrorState sentence={saving.error.message} requestId={saving.error.requestId} />}
          <Button isBusy={saving.isBusy} onPress={() => void save(ids, adding)}>
            抽题
          </Button>
          <Button kind="quiet" onPress={() => setAdding(undefined)}>
            先不
          </Button>
        </Dialog>
      )}
      {isDropping && (
        <Confirm
          title="删掉这份卷子？"
          sentence="题目还在题库里，马上回到练习里"
          confirmWords="删掉"
          isDangerous
          isBusy={dropping.isBusy}
          error={dropping.error?.message}
          onConfirm={() => void drop()}
          onCancel={() => setDropping(false)}
        />
      )}
    </Block>
  );
}
