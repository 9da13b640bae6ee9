import { useState } from 'react';
import { useAction } from '../../../platform/useAction';
import { useIsWide } from '../../../platform/useIsWide';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import { Heading, Stack, Words } from '../../../ui/Words';
import type { BankImport, ImportLine } from './bankWords';
import { editedQuestion, formOf, sayProblems } from './draftForm';
import { QuestionFields } from './QuestionFields';
import { QuestionView } from './QuestionView';

export interface ImportLineDetailProps {
  importId: string;
  /** The preview's topic, for a question whose file names none. */
  topic: string;
  line: ImportLine;
  onChanged: (line: ImportLine, from: BankImport) => void;
}

/** One question of a preview: where it stands, what is not clear, its doubles beside it; put right, taken or left. */
export function ImportLineDetail({ importId, topic, line, onChanged }: ImportLineDetailProps) {
  const { place, version, question, problems, twins, decision } = line;
  const [isEditing, setEditing] = useState(problems.length > 0);
  const [form, setForm] = useState(() => ({ ...formOf(question), topic: question.topic || topic }));
  const [isTried, setTried] = useState(false);
  const { run, isBusy, error } = useAction('quiz.changeImportLine');
  // On a PC the screen's primary action, importing all, stands above.
  const kind = useIsWide() ? 'secondary' : 'primary';
  const left = isTried ? sayProblems(form) : [];

  const decide = async (next: 'take' | 'leave') => {
    const done = await run({ importId, place, version, decision: next });
    if (done) onChanged(done.line, done.import);
  };
  const save = async () => {
    setTried(true);
    const edited = editedQuestion(form);
    if (!edited) return;
    const done = await run({ importId, place, version, question: edited, decision: 'take' });
    if (!done) return;
    // What only the cloud can see (a double with another key) stays open here.
    if (done.line.problems.length === 0) setEditing(false);
    onChanged(done.line, done.import);
  };
  return (
    <Card title={isEditing ? '改这一题' : '这一题'} aside={line.at}>
      {problems.map(({ code, message }) => (
        <Words key={code} tone="warn">
          {message}
        </Words>
      ))}
      <Block className={twins.length > 0 ? 'bank-stack bank-sides' : 'bank-stack'}>
        {isEditing ? <QuestionFields form={form} onChange={setForm} /> : <QuestionView question={question} />}
        {twins.length > 0 && (
          <Block className="bank-stack bank-twin">
            {twins.map((twin) => (
              <Block key={`${twin.place}${twin.questionId}`} className="bank-stack">
                <Heading level={3}>{twin.kind === 'same' ? '同一道题' : '很像的一道题'}</Heading>
                <Words tone="small">{twin.at ?? '题库里已经有'}</Words>
                <QuestionView question={twin.question} />
              </Block>
            ))}
          </Block>
        )}
      </Block>
      <Block role="status">
        {left.map((sentence) => (
          <Words key={sentence} tone="bad">
            {sentence}
          </Words>
        ))}
      </Block>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack>
        {isEditing ? (
          <Button kind={kind} isBusy={isBusy} onPress={() => void save()}>
            改好了，导入这一题
          </Button>
        ) : (
          decision === 'leave' && (
            <Button kind={kind} isBusy={isBusy} onPress={() => void decide('take')}>
              留下，导入这一题
            </Button>
          )
        )}
        {decision === 'take' && (
          <Button kind="secondary" isBusy={isBusy} onPress={() => void decide('leave')}>
            不导入这一题
          </Button>
        )}
        {decision === 'take' && !isEditing && twins.length > 0 && (
          <Words tone="quiet">这一题会导入。和旁边那道重复的话，点“不导入这一题”</Words>
        )}
        {!isEditing && (
          <Button kind="quiet" onPress={() => setEditing(true)}>
            改这一题
          </Button>
        )}
      </Stack>
    </Card>
  );
}
