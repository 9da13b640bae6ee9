import { useState } from 'react';
import type { Input, Output } from '../../../contract/operations';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useIsWide } from '../../../platform/useIsWide';
import { type Page, usePages } from '../../../platform/usePages';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { Stack, Words } from '../../../ui/Words';
import { BankFilters } from './BankFilters';
import { type BankDesk, type ListedQuestion, sayQuestionState, sayQuestionType } from './bankWords';
import { ExportBank } from './ExportBank';
import { QuestionOnDesk } from './QuestionOnDesk';
import { Split } from './Split';

export type BankQuestion = Input<'quiz.readQuestions'>;

function pageOf({ questions, next }: Output<'quiz.readQuestions'>): Page<ListedQuestion> {
  return { items: questions, next };
}

/** 题库: the questions of an organisation, filtered; on a PC the chosen one beside them. */
export function BankHome({ importId }: { importId: string | undefined }) {
  const me = useMe();
  const [asked, setAsked] = useState<BankQuestion>(importId ? { importId } : {});
  const { first, items, more, isAsking, error } = usePages('quiz.readQuestions', asked, pageOf, {
    cursorName: 'after',
    skip: !me,
  });
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<string>();
  // While another filter is asked the fields stay, with what they last offered.
  const [known, setKnown] = useState<BankDesk>();
  if (first.data && first.data !== known) setKnown(first.data);
  const desk = first.data ?? known;
  const ask = (next: BankQuestion) => {
    setChosen(undefined);
    setAsked(next);
  };
  const open = (questionId: string) => {
    if (isWide) setChosen(questionId);
    else goTo('deskQuestion', { questionId });
  };
  if (desk && desk.organisations.length === 0)
    return <EmptyState sentence="题库由书记、宣传委员或机关党委的同志来管。需要时请联系您的书记" />;
  return (
    <>
      {desk && <BankDoors desk={desk} />}
      <Split
        hint="点左边的一题，在这里看"
        list={
          <>
            {desk && <BankFilters desk={desk} asked={asked} onAsk={ask} />}
            <Loaded from={first} lines={8}>
              {() => (
                <Card>
                  {items.length === 0 && <Nothing isFiltered={Object.keys(asked).length > 0} />}
                  <List label="题目">
                    {items.map((question) => (
                      <ListRow
                        key={question.id}
                        title={<Block className="bank-line-stem">{question.stem}</Block>}
                        detail={
                          <Block as="span" className="bank-row">
                            {sayQuestionType(question.type)} · {question.topic}
                            <StateChips question={question} />
                          </Block>
                        }
                        isSelected={isWide && question.id === chosen}
                        onPress={() => open(question.id)}
                      />
                    ))}
                  </List>
                  {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
                  {more && (
                    <Button kind="secondary" isBusy={isAsking} onPress={() => void more()}>
                      再看一些
                    </Button>
                  )}
                </Card>
              )}
            </Loaded>
          </>
        }
        detail={
          isWide && chosen ? (
            <QuestionOnDesk key={chosen} questionId={chosen} onChanged={first.reload} />
          ) : undefined
        }
      />
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Words tone="quiet">
      {isFiltered ? '没有这样的题。换一个条件看看' : '题库里还没有题。把手头的题库文件导入进来就可以'}
    </Words>
  );
}

function StateChips({ question }: { question: ListedQuestion }) {
  const { words, tone } = sayQuestionState({
    ...question,
    expired: question.expiresOn !== null && question.expiresOn <= today(),
  });
  return (
    <>
      <Chip tone={tone} words={words} />
      {question.demo && <Chip tone="brand" words="演示" />}
    </>
  );
}

/** What else is done with a bank. */
function BankDoors({ desk }: { desk: BankDesk }) {
  const { organisations, organisationId, overview } = desk;
  const here = organisations.find(({ id }) => id === organisationId);
  const waiting = overview?.found.draft ?? 0;
  return (
    <Stack isRow>
      {here?.mayReview && (
        <Button kind="secondary" isInline onPress={() => goTo('deskBankReview')}>
          {waiting > 0 ? `审核（${waiting} 题等着）` : '审核'}
        </Button>
      )}
      {here?.mayKeep && (
        <>
          <Button kind="quiet" onPress={() => goTo('deskQuestion', { organisationId })}>
            写一题
          </Button>
          <Button kind="quiet" onPress={() => goTo('deskAnalysis')}>
            题目分析
          </Button>
          <Button kind="quiet" onPress={() => goTo('deskFaults')}>
            大家报的错
          </Button>
          <ExportBank organisationId={organisationId} />
        </>
      )}
    </Stack>
  );
}
