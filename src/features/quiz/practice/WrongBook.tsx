import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { sayCitation } from '../../../domain/study/sayCitation';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import type { Pages } from '../../../platform/usePages';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { OutLink } from '../../../ui/OutLink';
import { Heading, Stack, Words } from '../../../ui/Words';
import { sayKey } from './sayKey';

export type Mistake = Output<'quiz.readWrongBook'>['questions'][number];

/** 错题本: what was wrong, with its key and reason; a question can be taken out. */
export function WrongBook({ pages }: { pages: Pages<'quiz.readWrongBook', Mistake> }) {
  const { first, items } = pages;
  return (
    <Loaded from={first} lines={6} savedOn={first.savedAt && sayMoment(first.savedAt, today())}>
      {() =>
        items.length === 0 ? (
          <EmptyState
            sentence="错题本是空的。答错的题会放进来"
            action={{ words: '去答题', onPress: () => goTo('quiz') }}
          />
        ) : (
          <>
            <Words tone="quiet">只给自己看。改天再答对，就从这里出去了</Words>
            {items.map((mistake) => (
              <MistakeCard key={mistake.id} mistake={mistake} onLeft={first.reload} />
            ))}
            <NextPage pages={pages} />
          </>
        )
      }
    </Loaded>
  );
}

function MistakeCard({ mistake, onLeft }: { mistake: Mistake; onLeft: () => Promise<void> }) {
  const { id, stem, explanation, source } = mistake;
  const leave = useAction('quiz.leaveWrongBook');
  const [isShown, setShown] = useState(false);
  const takeOut = async () => {
    if (!(await leave.run({ questionId: id }))) return;
    announce('已从错题本拿出');
    await onLeft();
  };
  return (
    <Card>
      <Heading level={2}>{stem}</Heading>
      {isShown && (
        <>
          <Words>{sayKey(mistake)}</Words>
          <Words>{explanation}</Words>
          <Words tone="small">依据：{sayCitation(source)}</Words>
          {source.url && <OutLink url={source.url} words="看原文" />}
        </>
      )}
      <Stack isRow>
        {!isShown && (
          <Button kind="secondary" isInline label={`看答案：${stem}`} onPress={() => setShown(true)}>
            看答案
          </Button>
        )}
        <Button
          kind="quiet"
          label={`拿出错题本：${stem}`}
          isBusy={leave.isBusy}
          onPress={() => void takeOut()}
        >
          拿出错题本
        </Button>
      </Stack>
      {leave.error && <ErrorState sentence={leave.error.message} requestId={leave.error.requestId} />}
    </Card>
  );
}
