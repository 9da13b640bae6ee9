import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useIsWide } from '../../../platform/useIsWide';
import { type Page, usePages } from '../../../platform/usePages';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState } from '../../../ui/Notes';
import { Stack } from '../../../ui/Words';
import { BankFilters } from './BankFilters';
import { BankLines } from './BankLines';
import type { BankDesk, BankFilter, ListedQuestion } from './bankWords';
import { CheckedQuestions } from './CheckedQuestions';
import { ExportBank } from './ExportBank';
import { QuestionOnDesk } from './QuestionOnDesk';
import { Split } from './Split';

function pageOf({ questions, next }: Output<'quiz.readQuestions'>): Page<ListedQuestion> {
  return { items: questions, next };
}

/**
 * 题库: the questions of an organisation, filtered as `begin` says at first; on a PC the chosen one beside them. Those whose
 * law has changed are listed law by law, for whoever may say that they still hold.
 */
export function BankHome({ begin }: { begin: BankFilter }) {
  const me = useMe();
  const [asked, setAsked] = useState<BankFilter>(begin);
  const pages = usePages('quiz.readQuestions', asked, pageOf, {
    cursorName: 'after',
    skip: !me,
  });
  const { first, items } = pages;
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<string>();
  // While another filter is asked the fields stay, with what they last offered.
  const [known, setKnown] = useState<BankDesk>();
  if (first.data && first.data !== known) setKnown(first.data);
  const desk = first.data ?? known;
  const here = desk?.organisations.find(({ id }) => id === desk.organisationId);
  const isChecking = asked.state === 'checking' && here?.mayReview === true && items.length > 0;
  const isEmpty = desk !== undefined && !hasQuestions(desk);
  const ask = (next: BankFilter) => {
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
      {desk && (
        <BankDoors
          desk={desk}
          onCheck={() => ask({ organisationId: desk.organisationId, state: 'checking' })}
        />
      )}
      <Split
        hint={isEmpty ? undefined : '点左边的一题，在这里看'}
        list={
          <>
            {desk && !(isEmpty && desk.organisations.length === 1) && (
              <BankFilters desk={desk} asked={asked} onAsk={ask} />
            )}
            <Loaded from={first} lines={8}>
              {() => (
                <>
                  {isChecking ? (
                    <CheckedQuestions
                      questions={items}
                      openId={isWide ? chosen : undefined}
                      onOpen={open}
                      onSettled={first.reload}
                    />
                  ) : (
                    <BankLines
                      questions={items}
                      openId={isWide ? chosen : undefined}
                      onOpen={open}
                      isFiltered={Object.keys(asked).length > 0}
                    />
                  )}
                  <NextPage pages={pages} />
                </>
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

/** Whether the organisation shown has any question, whatever its state. */
function hasQuestions({ overview }: BankDesk): boolean {
  return overview === null || Object.values(overview.found).some((size) => size > 0);
}

/** What else is done with a bank. */
function BankDoors({ desk, onCheck }: { desk: BankDesk; onCheck: () => void }) {
  const { organisations, organisationId, overview } = desk;
  const here = organisations.find(({ id }) => id === organisationId);
  const waiting = overview?.found.draft ?? 0;
  const checking = overview?.found.checking ?? 0;
  return (
    <Stack isRow>
      {here?.mayReview && (
        <Button kind="secondary" isInline onPress={() => goTo('deskBankReview')}>
          {waiting > 0 ? `审核（${waiting} 题等着）` : '审核'}
        </Button>
      )}
      {here?.mayReview && checking > 0 && (
        <Button kind="secondary" isInline onPress={onCheck}>
          依据有变（{checking} 题待核对）
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
