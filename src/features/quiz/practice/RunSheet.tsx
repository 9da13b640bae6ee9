import type { ReactNode } from 'react';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { QuizQuestion } from '../QuizQuestion';
import { QuizSummary } from '../QuizSummary';
import { isAnswered } from '../question';
import { sheetId } from '../useAnswerSheet';
import { ExamClock } from './ExamClock';
import { ExamOverview } from './ExamOverview';
import { modeWords } from './modeWords';
import { isChallengeOver, type Run, type RunState } from './useRun';
import '../DailyFive.scss';

/** A set while it is answered and at its end. */
export function RunSheet({
  state,
  fault,
}: {
  state: RunState;
  /** The way to report a fault in a question. */
  fault: (questionId: string) => ReactNode;
}) {
  const { savedAt, sheet, handIn, isHandInKept } = state;
  return (
    <Loaded from={state} lines={6} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ run }) =>
        sheet.asked.length === 0 ? (
          <EmptyState
            sentence="这一组里的题都撤下了"
            action={{ words: '回到答题', onPress: () => goTo('quiz') }}
          />
        ) : (
          <Block id={sheetId} className="quiz-sheet" tabIndex={-1}>
            {run.deadline && !run.over && !isHandInKept && (
              <ExamClock deadline={run.deadline} heardAt={savedAt} onOver={() => void handIn()} />
            )}
            <AtPlace run={run} state={state} fault={fault} />
          </Block>
        )
      }
    </Loaded>
  );
}

function AtPlace({
  run,
  state,
  fault,
}: {
  run: Run;
  state: RunState;
  fault: (questionId: string) => ReactNode;
}) {
  const { sheet, isExam } = state;
  const { open, place } = sheet;
  if (open && place.at === 'question') {
    return (
      <QuizQuestion
        sheet={sheet}
        asked={open}
        index={place.index}
        isOpenEnded={run.mode === 'challenge'}
        fault={fault}
      />
    );
  }
  if (isExam && !run.over) return <ExamOverview state={state} />;
  return (
    <QuizSummary sheet={sheet} words={sayEnd(run)} isOpenEnded={run.mode === 'challenge'}>
      {sheet.asked.every(isAnswered) || run.over ? <ToStudy pieces={run.toStudy} /> : null}
    </QuizSummary>
  );
}

function sayEnd(run: Run): string {
  if (run.mode === 'paper') return sayPaperEnd(run);
  return run.mode === 'challenge' ? sayChallengeEnd(run) : modeWords[run.mode].end;
}

/** Without network one answers on; where it ended is known once the answers have arrived. */
function sayChallengeEnd(run: Run): string {
  const { end } = modeWords.challenge;
  if (!isChallengeOver(run)) return '还没有答错的话，可以接着答';
  // A copy kept by an older build does not say.
  const kept = run.ungraded ?? 0;
  return kept > 0 ? `挑战到没记牢的那一题为止。后面 ${kept} 题您也答了，留着，没有判。${end}` : end;
}

/** Keys come when the paper is closed: others are still answering it. */
function sayPaperEnd({ questions }: Run): string {
  return questions.some(({ graded }) => graded) ? '没记牢的，改天会再出现' : '您交了。答案等卷子结束以后看';
}

/** What the library has on what was not remembered. */
function ToStudy({ pieces }: { pieces: Run['toStudy'] }) {
  if (pieces.length === 0) return null;
  return (
    <Card title="再读一读">
      <List label="再读一读">
        {pieces.map(({ pieceId, title, article }) => (
          <ListRow key={pieceId} title={title} detail={article} onPress={() => goTo('piece', { pieceId })} />
        ))}
      </List>
    </Card>
  );
}
