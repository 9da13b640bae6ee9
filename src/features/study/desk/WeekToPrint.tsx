import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { canPrint, printPage } from '../../../platform/print';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { PrintSheet } from '../../../ui/PrintSheet';
import { SegmentedTabs } from '../../../ui/SegmentedTabs';
import { Words } from '../../../ui/Words';
import { WeekPaper } from './WeekPaper';

const weeks = [
  { key: 'this', words: '本周' },
  { key: 'last', words: '上周' },
] as const;

/** 一周大字版: the pieces that are out of a week, to be looked over and printed for those without a phone. */
export function WeekToPrint() {
  const [week, setWeek] = useState<Input<'study.week'>['week']>('this');
  const loaded = useCloud('study.week', { week });
  return (
    <>
      <SegmentedTabs label="哪一周" tabs={weeks} current={week} onChange={setWeek} />
      <Loaded from={loaded} lines={8}>
        {(paper) =>
          paper.pieces.length === 0 ? (
            <EmptyState sentence="这一周还没有发布的篇目" />
          ) : (
            <>
              <Words tone="quiet">
                已经发布的 {paper.pieces.length} 篇，用 A4 纸打印成大字，送给不用手机的同志
              </Words>
              {paper.leftOut > 0 && <Words tone="warn">还有 {paper.leftOut} 篇太长，没有排进这一份</Words>}
              {canPrint ? (
                <Button onPress={printPage}>打印大字版</Button>
              ) : (
                <Words tone="warn">微信里不能打印，请在电脑上打开工作台，从“一周大字版”打印</Words>
              )}
              <WeekPaper paper={paper} />
              <PrintSheet>
                <WeekPaper paper={paper} />
              </PrintSheet>
            </>
          )
        }
      </Loaded>
    </>
  );
}
