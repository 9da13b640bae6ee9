import type { ReactNode } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { Block } from '../../ui/Block';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { QuizQuestion } from './QuizQuestion';
import { QuizSummary } from './QuizSummary';
import { isAnswered } from './question';
import { sheetId } from './useAnswerSheet';
import type { DailyFiveState } from './useDailyFive';
import './DailyFive.scss';

export interface DailyFiveProps {
  five: DailyFiveState;
  /** The way to report a fault in a question. */
  fault: (questionId: string) => ReactNode;
}

/** 今日 5 题: the sheet before, while and after answering. */
export function DailyFive({ five, fault }: DailyFiveProps) {
  const { savedAt, asked, place, open } = five;
  return (
    <Loaded from={five} lines={6} savedOn={savedAt && sayMoment(savedAt, today())}>
      {() =>
        asked.length === 0 ? (
          <EmptyState
            sentence="题库里还没有题。有了审核过的题，这里每天出 5 题"
            action={{ words: '先看今天的晨学', onPress: () => goTo('today') }}
          />
        ) : (
          <Block id={sheetId} className="quiz-sheet" tabIndex={-1}>
            {open && place.at === 'question' ? (
              <QuizQuestion sheet={five} asked={open} index={place.index} fault={fault} />
            ) : asked.every(isAnswered) ? (
              <QuizSummary sheet={five} words={`今天的 ${asked.length} 题都答完了。没记牢的，改天会再出现`} />
            ) : (
              <QuizStart five={five} />
            )}
          </Block>
        )
      }
    </Loaded>
  );
}

function QuizStart({ five: { asked } }: { five: DailyFiveState }) {
  const done = asked.filter(isAnswered).length;
  return (
    <Card title={`今日 ${asked.length} 题`} aside="只给自己看">
      <Words>一题一屏，答完就看为什么。不计时，也不记分</Words>
      {done > 0 && (
        <Words tone="quiet">
          已经答了 {done} 题，还有 {asked.length - done} 题
        </Words>
      )}
    </Card>
  );
}
