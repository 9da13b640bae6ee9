import { sayDate } from '../../domain/calendar/sayDate';
import { today } from '../../platform/clock';
import { Block } from '../../ui/Block';
import { DayField } from '../../ui/DayField';
import { SelectField } from '../../ui/SelectField';
import { Toggle } from '../../ui/Toggle';
import { type Decisions, type Gone, withOrWithout } from './decisions';
import { type IntakeLine, type ListName, sayPlace } from './intake';

const kindWords = { full: '正式党员', probationary: '预备党员' } as const;
const markWords = {
  retired: '退休',
  frail: '年老体弱',
  floating: '流动党员',
  longLeave: '长期请假',
} as const;

export interface PreviewLineProps {
  line: IntakeLine;
  list: ListName;
  decided: Decisions;
  onDecide: ((part: Partial<Decisions>) => void) | undefined;
}

/**
 * What is in the way. Where no person could be read (no name), the sentence tells by itself what was left out; of a person
 * it tells why, and the rest is said here.
 */
function sayProblem({ message, leftOut }: NonNullable<IntakeLine['problem']>, isPerson: boolean): string {
  return leftOut && isPerson ? `${message}。这一行不导入` : message;
}

/** One line of the preview: who, what changes from what, what to look at in which cell, and what one may decide. */
export function PreviewLine({ line, list, decided, onDecide }: PreviewLineProps) {
  const facts = [
    line.kind ? kindWords[line.kind] : list === 'added' && '没有写类别，按正式党员',
    line.organisationName,
    line.groupName,
    ...line.marks.map((mark) => markWords[mark]),
    line.mobileMasked && `手机 ${line.mobileMasked}`,
    line.joinedOn && `入党 ${sayDate(line.joinedOn)}`,
    line.postsText && `职务“${line.postsText}”（导入以后再任）`,
  ].filter(Boolean);
  return (
    <Block as="li" className="intake-line">
      <Block className="intake-line-head">
        <Block as="span" className="intake-line-name">
          {line.name ?? (line.at ? sayPlace(line.at) : '')}
        </Block>
        {line.name !== null && line.at && (
          <Block as="span" className="intake-line-detail">
            {sayPlace(line.at)}
          </Block>
        )}
      </Block>
      {line.problem && (
        <Block as="p" className="intake-line-problem">
          {sayProblem(line.problem, line.name !== null)}
        </Block>
      )}
      {facts.length > 0 && (
        <Block as="p" className="intake-line-detail">
          {facts.join(' · ')}
        </Block>
      )}
      {line.changes.map(({ field, from, to }) => (
        <Block as="p" key={field} className="intake-line-detail">
          {field}：{from ?? '空'} → {to ?? '空'}
        </Block>
      ))}
      {onDecide && (
        <Block className="intake-line-acts">
          <LineDecision line={line} list={list} decided={decided} onDecide={onDecide} />
        </Block>
      )}
    </Block>
  );
}

function LineDecision({
  line: { lineId, memberId, problem, name },
  list,
  decided,
  onDecide,
}: PreviewLineProps & { onDecide: (part: Partial<Decisions>) => void }) {
  if (list === 'problems') {
    if (!problem?.mayBeNew) return null;
    return (
      <Toggle
        label={`${name ?? '这位'}是新来的同志`}
        isOn={decided.asNew.includes(lineId)}
        onChange={(isOn) => onDecide({ asNew: withOrWithout(decided.asNew, lineId, isOn) })}
      />
    );
  }
  if (list === 'added' || list === 'changed' || list === 'transferred') {
    return (
      <Toggle
        label={`导入${name ?? '这一行'}`}
        isOn={!decided.leaveOut.includes(lineId)}
        onChange={(isOn) => onDecide({ leaveOut: withOrWithout(decided.leaveOut, lineId, !isOn) })}
      />
    );
  }
  if (list !== 'missing' || memberId === null) return null;
  const gone = decided.gone.find((one) => one.memberId === memberId);
  const set = (next: Gone | undefined) =>
    onDecide({
      gone: [...decided.gone.filter((one) => one.memberId !== memberId), ...(next ? [next] : [])],
    });
  return (
    <>
      <SelectField
        label={`${name ?? '这位'}怎么办`}
        options={[
          { key: 'keep', words: '还在，名册里留着' },
          { key: 'transferredOut', words: '组织关系已转出' },
          { key: 'left', words: '其他原因离开' },
        ]}
        value={gone?.becomes ?? 'keep'}
        onChange={(key) =>
          set(key === 'keep' ? undefined : { memberId, becomes: key, on: gone?.on ?? today() })
        }
      />
      {gone && (
        <DayField label="从哪天起" value={gone.on} onChange={(on) => on !== '' && set({ ...gone, on })} />
      )}
    </>
  );
}
