import { useState } from 'react';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { callCloud } from '../../../platform/callCloud';
import { today } from '../../../platform/clock';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { useAction } from '../../../platform/useAction';
import { useIsWide } from '../../../platform/useIsWide';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { SegmentedTabs } from '../../../ui/SegmentedTabs';
import { SelectField } from '../../../ui/SelectField';
import { Stack, Words } from '../../../ui/Words';
import { type BankImport, type LineList, sayFound } from './bankWords';
import { ImportLines } from './ImportLines';

export interface ImportPreviewProps {
  from: BankImport;
  onChanged: (from: BankImport) => void;
  /** It was applied: show what came of it. */
  onApplied: (from: BankImport) => void;
  /** Leave it for now, or for good. */
  onLeave: () => void;
}

const lists: readonly { key: LineList; words: string }[] = [
  { key: 'problems', words: '请看一眼' },
  { key: 'twins', words: '有重复' },
  { key: 'ready', words: '可以导入' },
  { key: 'left', words: '不导入' },
];

/** What was read, problems first; nothing is in the bank before the one button is pressed, and then all or nothing. */
export function ImportPreview({ from, onChanged, onApplied, onLeave }: ImportPreviewProps) {
  const { importId, version, found, state } = from;
  const isWide = useIsWide();
  const [list, setList] = useState<LineList>(
    () => lists.find(({ key }) => found[key] > 0)?.key ?? 'problems',
  );
  const [open, setOpen] = useState<number | 'none'>();
  const isLineAlone = !isWide && typeof open === 'number';
  const look = (next: LineList) => {
    setOpen(undefined);
    setList(next);
  };
  const [asking, setAsking] = useState<'apply' | 'discard'>();
  // Another device may have changed the preview meanwhile: then it is read anew.
  const [reading, setReading] = useState(0);
  const [unread, setUnread] = useState<CloudError>();
  const applying = useAction('quiz.applyImport');
  const discarding = useAction('quiz.discardImport');
  // The list that one is working in stays, also when it has become empty.
  const tabs = lists
    .filter(({ key }) => found[key] > 0 || key === list)
    .map(({ key, words }) => ({ key, words: `${words} ${found[key]}` }));
  const readAgain = async () => {
    setUnread(undefined);
    try {
      onChanged(await callCloud('quiz.readImport', { importId }));
      applying.clearError();
      setReading(reading + 1);
    } catch (failure) {
      setUnread(asCloudError(failure));
    }
  };
  const apply = async () => {
    const done = await applying.run({ importId, version });
    if (!done) {
      setAsking(undefined);
      return;
    }
    announce('已导入');
    onApplied(done);
  };
  const discard = async () => {
    if (!(await discarding.run({ importId }))) return;
    announce('删掉了');
    onLeave();
  };
  return (
    <>
      {isLineAlone ? (
        <Words tone="quiet">{sayFound(found, state === 'applied')}</Words>
      ) : (
        <>
          <Card title={sayFound(found, state === 'applied')}>
            <Words tone="quiet">
              {from.organisationName}，{sayMoment(from.at, today())} 读的文件
              {state === 'applied' ? '。没导入的还在这里' : '。还没有进题库，看过再导入'}
            </Words>
            {from.files.map(({ name, evidence }) => (
              <Words key={name} tone="small">
                {name}：{evidence}
              </Words>
            ))}
            {found.ready > 0 && <Button onPress={() => setAsking('apply')}>导入 {found.ready} 题</Button>}
            {(unread ?? applying.error) && (
              <Refusal error={unread ?? applying.error} onReadAgain={() => void readAgain()} />
            )}
            <Stack isRow>
              <Button kind="quiet" onPress={onLeave}>
                先放着，以后接着看
              </Button>
              {state === 'preview' && (
                <Button kind="quiet" onPress={() => setAsking('discard')}>
                  不导入，删掉这次读的
                </Button>
              )}
            </Stack>
          </Card>
          {isWide ? (
            <SegmentedTabs label="看哪一类" tabs={tabs} current={list} onChange={look} />
          ) : (
            <SelectField label="看哪一类" options={tabs} value={list} onChange={look} />
          )}
        </>
      )}
      <ImportLines
        key={`${list} ${reading}`}
        from={from}
        list={list}
        onChanged={onChanged}
        open={open}
        onOpen={setOpen}
      />
      {asking === 'apply' && (
        <Confirm
          title={`导入 ${found.ready} 题？`}
          sentence={sayWhatHappens(from)}
          confirmWords="导入"
          isBusy={applying.isBusy}
          onConfirm={() => void apply()}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'discard' && (
        <Confirm
          title="删掉这次读的？"
          sentence="题库不变。改过的也一起删掉，要导入时再选一次文件"
          confirmWords="删掉"
          isDangerous
          isBusy={discarding.isBusy}
          error={discarding.error?.message}
          onConfirm={() => void discard()}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function Refusal({ error, onReadAgain }: { error: CloudError | undefined; onReadAgain: () => void }) {
  if (!error) return null;
  return (
    <ErrorState sentence={error.message} requestId={error.requestId}>
      {error.code === 'conflict' && (
        <Button kind="secondary" isInline onPress={onReadAgain}>
          看现在的样子
        </Button>
      )}
    </ErrorState>
  );
}

function sayWhatHappens({ found: { problems, left } }: BankImport): string {
  const staying = [
    problems > 0 ? `${problems} 题不清楚的` : undefined,
    left > 0 ? `${left} 题不导入的` : undefined,
  ].filter(Boolean);
  const stay = staying.length > 0 ? `。${staying.join('和')}留在这里，以后还可以接着看` : '';
  return `先作为草稿进题库，另一位同志审核以后才会问到大家。没人答过以前，可以整批撤回${stay}`;
}
