import { useState } from 'react';
import { sayDate } from '../../../domain/calendar/sayDate';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { Stack, Words } from '../../../ui/Words';
import { sayQuestionState, type WholeQuestion } from './bankWords';
import { QuestionEditor } from './QuestionEditor';
import { QuestionView } from './QuestionView';
import { RetireQuestion } from './RetireQuestion';
import { SettleLawCheck } from './SettleLawCheck';

export interface QuestionOnDeskProps {
  questionId: string;
  /** Something about it is different now: a list beside it reads again. */
  onChanged?: () => unknown;
}

/** One question of the bank with its story, and what may be done with it. */
export function QuestionOnDesk({ questionId, onChanged }: QuestionOnDeskProps) {
  const me = useMe();
  const detail = useCloud('quiz.readQuestion', { questionId }, { skip: !me });
  const [isEditing, setEditing] = useState(false);
  const changed = () => {
    setEditing(false);
    void detail.reload();
    onChanged?.();
  };
  return (
    <Loaded from={detail} lines={6}>
      {({ question }) =>
        isEditing ? (
          <QuestionEditor
            organisationId={question.organisationId}
            question={question}
            onSaved={(savedId) => {
              changed();
              if (savedId !== questionId) goTo('deskQuestion', { questionId: savedId });
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <Card title="题目" aside={<StateChip question={question} />}>
              <QuestionView question={question} />
              <Story question={question} />
              <Stack>
                {question.mayEdit && (
                  <Button kind={onChanged ? 'secondary' : 'primary'} onPress={() => setEditing(true)}>
                    改这一题
                  </Button>
                )}
                {question.mayCorrect && question.correctionId === null && (
                  <Button kind="secondary" onPress={() => setEditing(true)}>
                    更正这一题
                  </Button>
                )}
                {question.maySettle && <SettleLawCheck question={question} onDone={changed} />}
                {question.mayRetire && <RetireQuestion question={question} onDone={changed} />}
              </Stack>
            </Card>
            <History question={question} />
          </>
        )
      }
    </Loaded>
  );
}

function StateChip({ question }: { question: WholeQuestion }) {
  const { state, returnedReason, checking, expiresOn } = question;
  const { words, tone } = sayQuestionState({
    state,
    returned: returnedReason !== null,
    checking: checking !== null,
    expired: expiresOn !== null && expiresOn <= today(),
  });
  return <Chip tone={tone} words={words} />;
}

function Story({ question }: { question: WholeQuestion }) {
  const { returnedReason, checking, expiresOn, importedFrom, reviewKind, state, mine } = question;
  const facts = [
    question.organisationName,
    importedFrom ? `从 ${importedFrom} 导入` : '手写的',
    reviewKind === 'sampled' ? '抽审：随一批题抽样审核通过' : undefined,
    reviewKind === 'each' ? '逐题审核通过' : undefined,
    expiresOn ? `${sayDate(expiresOn)} 起不再问` : undefined,
    state === 'draft' && mine ? '您写的，由另一位同志审核' : undefined,
    question.demo ? '演示' : undefined,
  ].filter(Boolean);
  return (
    <>
      {returnedReason !== null && <Words tone="warn">退回修改：{returnedReason}</Words>}
      {checking && (
        <Words tone="warn">
          《{checking.title}》{sayDate(checking.since)}
          {checking.kind === 'repealed' ? '起废止了' : '修改了'}
          。核对以前，这一题先不问大家
        </Words>
      )}
      <Words tone="small">{facts.join(' · ')}</Words>
    </>
  );
}

function History({ question: { correctionId, history } }: { question: WholeQuestion }) {
  if (correctionId === null && history.length === 0) return null;
  return (
    <Card title="更正">
      <List label="更正">
        {correctionId !== null && (
          <ListRow
            title="正在更正"
            detail="审核以后换下现在这一题"
            onPress={() => goTo('deskQuestion', { questionId: correctionId })}
          />
        )}
        {history.map(({ id, stem, isNewer }) => (
          <ListRow
            key={id}
            title={stem}
            detail={isNewer ? '换成了这一题' : '原来的题'}
            onPress={() => goTo('deskQuestion', { questionId: id })}
          />
        ))}
      </List>
    </Card>
  );
}
