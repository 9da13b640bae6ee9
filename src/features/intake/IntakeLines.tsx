import { useState } from 'react';
import type { Output } from '../../contract/operations';
import { type Page, usePages } from '../../platform/usePages';
import { Block } from '../../ui/Block';
import { List } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { NextPage } from '../../ui/NextPage';
import { TextField } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import type { Decisions } from './decisions';
import type { Intake, IntakeLine, ListName } from './intake';
import { PreviewLine } from './PreviewLine';
import './IntakeLines.scss';

export interface IntakeLinesProps {
  intake: Intake;
  list: ListName;
  decided: Decisions;
  /** Undefined: nothing is decided here (核对). */
  onDecide: ((part: Partial<Decisions>) => void) | undefined;
}

function pageOf({ lines, next }: Output<'intake.lines'>): Page<IntakeLine> {
  return { items: lines, next };
}

/** So many lines and more are searched by name. */
const searchedFrom = 10;

/** One list of a preview, 200 lines at a time; what has been fetched is filtered by name. */
export function IntakeLines({ intake, list, decided, onDecide }: IntakeLinesProps) {
  const [typed, setTyped] = useState('');
  const lines = usePages('intake.lines', { intakeId: intake.intakeId, list }, pageOf, {
    cursorName: 'cursor',
  });
  const wanted = typed.trim();
  return (
    <Loaded from={lines.first} lines={6}>
      {() => {
        const shown = lines.items.filter(({ name }) => wanted === '' || name?.includes(wanted));
        return (
          <Block className="intake-lines">
            {lines.items.length >= searchedFrom && (
              <TextField label="按姓名找" value={typed} maxLength={40} onChange={setTyped} />
            )}
            {shown.length === 0 && <Words tone="quiet">没有找到这个名字</Words>}
            <List label="名单">
              {shown.map((line) => (
                <PreviewLine
                  key={line.lineId}
                  line={line}
                  list={list}
                  decided={decided}
                  onDecide={onDecide}
                />
              ))}
            </List>
            <NextPage pages={lines} />
          </Block>
        );
      }}
    </Loaded>
  );
}
