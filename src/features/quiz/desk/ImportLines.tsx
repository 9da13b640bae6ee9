import { useEffect, useId, useState } from 'react';
import type { Output } from '../../../contract/operations';
import { bringToTop } from '../../../platform/bringToTop';
import { useIsWide } from '../../../platform/useIsWide';
import { type Page, usePages } from '../../../platform/usePages';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { Words } from '../../../ui/Words';
import { type BankImport, type ImportLine, type LineList, sayQuestionType } from './bankWords';
import { ImportLineDetail } from './ImportLineDetail';
import { Split } from './Split';

export interface ImportLinesProps {
  from: BankImport;
  list: LineList;
  onChanged: (from: BankImport) => void;
  /** The line that somebody has opened, by its place; `none` when all are closed on purpose. */
  open: number | 'none' | undefined;
  onOpen: (place: number | 'none') => void;
}

function pageOf({ lines, next }: Output<'quiz.readImportLines'>): Page<ImportLine> {
  return { items: lines, next };
}

/** One list of a preview. What is settled stays where it was, marked, and the next one opens by itself. */
export function ImportLines({ from, list, onChanged, open, onOpen }: ImportLinesProps) {
  const { importId, topic } = from;
  const pages = usePages('quiz.readImportLines', { importId, list }, pageOf, { cursorName: 'after' });
  const isWide = useIsWide();
  const [changed, setChanged] = useState<ReadonlyMap<number, ImportLine>>(new Map());
  const detailId = useId();
  const lines = pages.items.map((line) => laterOf(line, changed.get(line.place)));
  const isOpen = (line: ImportLine) => !changed.has(line.place) || line.problems.length > 0;
  const first = isWide && list !== 'ready' ? lines.find(isOpen)?.place : undefined;
  const current = lines.find(({ place }) => place === (open ?? first));
  const settle = (line: ImportLine, next: BankImport) => {
    setChanged((before) => new Map(before).set(line.place, line));
    onChanged(next);
    if (list !== 'ready' && line.problems.length > 0 && line.decision === 'take') return;
    const after = lines.find((one) => one.place > line.place && isOpen(one));
    onOpen(list === 'ready' ? 'none' : (after?.place ?? 'none'));
  };
  useEffect(() => {
    if (!isWide && typeof open === 'number') bringToTop(detailId);
  }, [isWide, open, detailId]);
  return (
    <Loaded from={pages.first} lines={6}>
      {() => (
        <Split
          hint={lines.length > 0 ? '点左边的一题，在这里看和改' : '这里没有题'}
          list={
            <Card>
              <List label="题目">
                {lines.map((line) => (
                  <ListRow
                    key={line.place}
                    title={<Block className="bank-line-stem">{line.question.stem || '没有题干'}</Block>}
                    detail={`${line.at} · ${line.problems[0]?.message ?? sayQuestionType(line.question.type)}`}
                    aside={<LineMark line={line} isChanged={changed.has(line.place)} />}
                    isSelected={line.place === current?.place}
                    onPress={() => onOpen(line.place)}
                  />
                ))}
              </List>
              {lines.length === 0 && <Words tone="quiet">这里没有题了</Words>}
              <NextPage pages={pages} />
            </Card>
          }
          detail={
            current && (
              <Block id={detailId} className="bank-stack bank-detail" tabIndex={-1}>
                {!isWide && (
                  <Button kind="quiet" onPress={() => onOpen('none')}>
                    回到列表
                  </Button>
                )}
                <ImportLineDetail
                  key={`${current.place} ${current.version}`}
                  importId={importId}
                  topic={topic}
                  line={current}
                  onChanged={settle}
                />
              </Block>
            )
          }
        />
      )}
    </Loaded>
  );
}

/** Another device may have changed the line since. */
function laterOf(read: ImportLine, changed: ImportLine | undefined): ImportLine {
  return changed && changed.version >= read.version ? changed : read;
}

function LineMark({ line, isChanged }: { line: ImportLine; isChanged: boolean }) {
  if (line.decision === 'leave') return <Chip words="不导入" />;
  if (line.problems.length > 0) return <Chip tone="warn" words="不清楚" />;
  return isChanged ? <Chip tone="good" words="会导入" /> : null;
}
