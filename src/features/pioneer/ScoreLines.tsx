import type { ReactNode } from 'react';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { Block } from '../../ui/Block';
import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';
import { type Line, type Card as ScoreCardData, sayPoints } from './scoreWords';
import './ScoreLines.scss';

export interface ScoreLinesProps {
  lines: readonly Line[];
  dimensions: ScoreCardData['dimensions'];
  remark: (line: Line) => ReactNode;
}

/** Every entry of the period: what happened, how many points, by which clause, from which record. */
export function ScoreLines({ lines, dimensions, remark }: ScoreLinesProps) {
  const nameOf = (code: string) => dimensions.find((one) => one.code === code)?.name ?? '';
  return (
    <Card title="每一分从哪里来">
      {lines.length === 0 && <Words tone="quiet">本期还没有核定的记录</Words>}
      <Block as="ul" className="pioneer-lines">
        {lines.map((line) => (
          <Block as="li" key={line.id} className="pioneer-line">
            <Block className="pioneer-line-head">
              <Block as="span">{line.explanation}</Block>
              <Block as="span" className={line.points < 0 ? 'pioneer-points' : 'pioneer-points pioneer-plus'}>
                {sayPoints(line.points)}
              </Block>
            </Block>
            <Words tone="small">
              {nameOf(line.dimension)} · {line.clause}
            </Words>
            <Words tone="small">
              来自 {sayNearDay(line.occurredOn, today())}的会议记录《{line.source.title}》
            </Words>
            {remark(line)}
          </Block>
        ))}
      </Block>
    </Card>
  );
}
