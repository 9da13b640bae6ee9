import { useState } from 'react';
import { sayDate } from '../../../domain/calendar/sayDate';
import { mostSettledAtOnce } from '../../../domain/study/law/lawChange';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { CheckRow } from '../../../ui/CheckRow';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { List, ListRow } from '../../../ui/ListRow';
import { ErrorState } from '../../../ui/Notes';
import { Stack, Words } from '../../../ui/Words';
import { type ListedQuestion, sayQuestionType } from './bankWords';

type ChangedLaw = NonNullable<ListedQuestion['changedLaw']>;
type Settled = Pick<ListedQuestion, 'id' | 'version'>;

export interface CheckedQuestionsProps {
  /** Questions whose law has changed. */
  questions: readonly ListedQuestion[];
  /** The one that is open beside the list. */
  openId: string | undefined;
  onOpen: (questionId: string) => void;
  onSettled: () => Promise<void>;
}

/** Questions that wait to be compared with the new version of their law, law by law; those chosen still hold, in one word. */
export function CheckedQuestions({ questions, openId, onOpen, onSettled }: CheckedQuestionsProps) {
  return (
    <>
      {byLaw(questions).map(({ law, waiting }) => (
        <OneLaw
          key={`${law.title} ${law.since}`}
          law={law}
          questions={waiting}
          openId={openId}
          onOpen={onOpen}
          onSettled={onSettled}
        />
      ))}
    </>
  );
}

function OneLaw({
  law,
  questions,
  openId,
  onOpen,
  onSettled,
}: Omit<CheckedQuestionsProps, 'questions'> & { law: ChangedLaw; questions: readonly ListedQuestion[] }) {
  const theirs = questions.filter(({ mine }) => !mine);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [versionOn, setVersionOn] = useState(law.kind === 'amended' ? law.since : '');
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, clearError } = useAction('quiz.settleLawCheck');
  const chosen = theirs.filter(({ id }) => picked.includes(id));
  const pick = (ids: readonly string[]) => {
    setPicked(ids);
    clearError();
  };
  const toggle = (id: string) =>
    pick(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  const ask = () => {
    setTried(true);
    if (chosen.length > 0 && versionOn !== '') setAsking(true);
  };
  const settle = async () => {
    const settled: Settled[] = chosen.map(({ id, version }) => ({ id, version }));
    const done = await run({ versionOn, questions: settled });
    setAsking(false);
    if (!done) return;
    announce(`${done.settled} 题核对好了，继续问大家`);
    setPicked([]);
    setTried(false);
    await onSettled();
  };
  const words = chosen.length > 0 ? `这 ${chosen.length} 题核对过，仍然成立` : '核对过，仍然成立';
  const isFull = chosen.length >= mostSettledAtOnce;
  return (
    <Card title={`《${law.title}》`} aside={`${questions.length} 题等核对`}>
      <Words tone="quiet">
        {sayDate(law.since)}
        {law.kind === 'amended' ? '修改了' : '起废止了'}。打开一题对照新的看，不成立的在那里更正或停用
      </Words>
      {theirs.length > 1 && (
        <Stack isRow>
          <Button
            kind="quiet"
            label={`全选：《${law.title}》`}
            onPress={() => pick(theirs.slice(0, mostSettledAtOnce).map(({ id }) => id))}
          >
            全选
          </Button>
          {chosen.length > 0 && (
            <Button kind="quiet" label={`全不选：《${law.title}》`} onPress={() => pick([])}>
              全不选
            </Button>
          )}
        </Stack>
      )}
      {questions.map((question) => (
        <CheckRow
          key={question.id}
          label={`选：${question.stem}`}
          isChecked={picked.includes(question.id)}
          isDisabled={isFull && !picked.includes(question.id)}
          onToggle={question.mine ? undefined : () => toggle(question.id)}
        >
          <List label={question.stem}>
            <ListRow
              title={<Block className="bank-line-stem">{question.stem}</Block>}
              detail={sayBasis(question)}
              isSelected={question.id === openId}
              onPress={() => onOpen(question.id)}
            />
          </List>
        </CheckRow>
      ))}
      {theirs.length > 0 && (
        <>
          <DayField
            label="核对的是哪天的版本"
            max={today()}
            value={versionOn}
            error={isTried && versionOn === '' ? '请选一天' : undefined}
            onChange={(day) => {
              setVersionOn(day);
              clearError();
            }}
          />
          {isTried && chosen.length === 0 && <Words tone="bad">请先选核对过的题</Words>}
          {isFull && <Words tone="quiet">一次最多选 {mostSettledAtOnce} 题，其余接着核对</Words>}
          {error && (
            <ErrorState sentence={error.message} requestId={error.requestId}>
              {(error.code === 'conflict' || error.code === 'wrong_state') && (
                <Button kind="secondary" isInline onPress={() => void onSettled()}>
                  看现在的样子
                </Button>
              )}
            </ErrorState>
          )}
          <Button kind="secondary" label={`${words}：《${law.title}》`} isBusy={isBusy} onPress={ask}>
            {words}
          </Button>
        </>
      )}
      {isAsking && (
        <Confirm
          title={`${chosen.length} 题都对照过了？`}
          sentence={`每一题都会记下由您核对，版本日期改为 ${sayDate(versionOn)}，继续问大家`}
          confirmWords="都核对过"
          isBusy={isBusy}
          onConfirm={() => void settle()}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function sayBasis({ type, changedLaw, mine }: ListedQuestion): string {
  const parts = [sayQuestionType(type), changedLaw?.article, mine ? '您写的，请另一位同志核对' : undefined];
  return parts.filter(Boolean).join(' · ');
}

function byLaw(questions: readonly ListedQuestion[]): { law: ChangedLaw; waiting: ListedQuestion[] }[] {
  const laws = new Map<string, { law: ChangedLaw; waiting: ListedQuestion[] }>();
  for (const question of questions) {
    const { changedLaw: law } = question;
    if (!law) continue;
    const name = `${law.title} ${law.since} ${law.kind}`;
    const known = laws.get(name) ?? { law, waiting: [] };
    known.waiting.push(question);
    laws.set(name, known);
  }
  return [...laws.values()];
}
