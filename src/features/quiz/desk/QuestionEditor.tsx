import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { useDraft } from '../../../platform/useDraft';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { DayField } from '../../../ui/DayField';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import type { WholeQuestion } from './bankWords';
import { type DraftForm, editedQuestion, emptyForm, formOf, sayProblems } from './draftForm';
import { QuestionFields } from './QuestionFields';

export interface QuestionEditorProps {
  organisationId: string;
  /** Undefined: a new one. A draft is changed; a reviewed one gets a correction. */
  question?: WholeQuestion;
  onSaved: (questionId: string) => void;
  onCancel?: () => void;
}

interface Written {
  form: DraftForm;
  expiresOn: string;
}

/** Writes a question, changes a draft, or writes the correction of a reviewed one. What is written stays on this device until it is kept. */
export function QuestionEditor({ organisationId, question, onSaved, onCancel }: QuestionEditorProps) {
  const kept = useDraft<Written>(`question/${question ? `${question.id} ${question.version}` : 'new'}`);
  const [written, setWritten] = useState<Written>(
    () =>
      kept.found?.value ?? {
        form: question ? formOf(question) : emptyForm(''),
        expiresOn: question?.expiresOn ?? '',
      },
  );
  const [isTried, setTried] = useState(false);
  const [double, setDouble] = useState<{ savedId: string; twinId: string }>();
  const { run, isBusy, error } = useAction('quiz.saveQuestion');
  const { form, expiresOn } = written;
  const isCorrection = question?.state === 'reviewed';
  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    kept.keep(next);
  };
  const save = async () => {
    setTried(true);
    const edited = editedQuestion(form);
    if (!edited) return;
    const of = question
      ? { [isCorrection ? 'replaces' : 'questionId']: question.id, version: question.version }
      : {};
    const saved = await run({ ...of, organisationId, question: edited, expiresOn: expiresOn || null });
    if (!saved) return;
    kept.drop();
    announce(isCorrection ? '更正写好了，另一位同志审核以后换上' : '存好了，等另一位同志审核');
    if (saved.twin) setDouble({ savedId: saved.questionId, twinId: saved.twin.questionId });
    else onSaved(saved.questionId);
  };
  if (double) {
    return (
      <Card title="题库里已经有这一题">
        <Words>题干和选项和另一题一样。这一题存好了，两道都在；不要的可以停用</Words>
        <Button onPress={() => goTo('deskQuestion', { questionId: double.twinId })}>看已经有的那一题</Button>
        <Button kind="secondary" onPress={() => onSaved(double.savedId)}>
          看刚写的这一题
        </Button>
      </Card>
    );
  }
  return (
    <Card title={question ? (isCorrection ? '更正这一题' : '改这一题') : '写一题'}>
      {isCorrection && (
        <Words tone="quiet">审核过的题不直接改：更正是一道新题，审核以后换下原来的。答过的仍按原来的算</Words>
      )}
      <QuestionFields form={form} onChange={(next) => change({ form: next })} isOpen />
      <DayField
        label="哪天起不再问"
        hint="不会过时的题不用填"
        value={expiresOn}
        min={today()}
        onChange={(day) => change({ expiresOn: day })}
      />
      <Block role="status">
        {isTried &&
          sayProblems(form).map((sentence) => (
            <Words key={sentence} tone="bad">
              {sentence}
            </Words>
          ))}
      </Block>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={() => void save()}>
        存好，等审核
      </Button>
      {onCancel && (
        <Button
          kind="quiet"
          onPress={() => {
            kept.drop();
            onCancel();
          }}
        >
          不改了
        </Button>
      )}
    </Card>
  );
}
