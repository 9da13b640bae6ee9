import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import type { ChosenFile } from '../../platform/chooseFile';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useDraft } from '../../platform/useDraft';
import { useIsWide } from '../../platform/useIsWide';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { SegmentedTabs } from '../../ui/SegmentedTabs';
import { SelectField } from '../../ui/SelectField';
import { Toggle } from '../../ui/Toggle';
import { Stack, Words } from '../../ui/Words';
import { countImported, type Decisions, ordersOf, undecided, withOrWithout } from './decisions';
import { IntakeLines } from './IntakeLines';
import type { Duty, Intake, ListName } from './intake';
import { MappingCard } from './MappingCard';

export interface IntakePreviewProps {
  intake: Intake;
  file: ChosenFile | undefined;
  onRead: (intake: Intake, file: ChosenFile) => void;
  onChanged: (intake: Intake) => void;
  onApplied: (intake: Intake, duties: readonly Duty[]) => void;
  onStartAnew: () => void;
}

const lists: readonly { key: ListName; words: string }[] = [
  { key: 'problems', words: '请看一眼' },
  { key: 'added', words: '新增' },
  { key: 'changed', words: '有改动' },
  { key: 'transferred', words: '换支部' },
  { key: 'missing', words: '文件里没有' },
  { key: 'unchanged', words: '没有变' },
];

/** As many as stand beside one another on a phone with their numbers. */
const fewTabs = 2;

/** What the file would change, problems first; nothing is written before the one button is pressed, and then all or nothing. */
export function IntakePreview({
  intake,
  file,
  onRead,
  onChanged,
  onApplied,
  onStartAnew,
}: IntakePreviewProps) {
  const draft = useDraft<Decisions>(`intake/${intake.intakeId}`);
  const [decided, setDecided] = useState<Decisions>(draft.found?.value ?? undecided);
  const shown = lists.filter(({ key }) => intake.found[key] > 0);
  const tabs = shown.map(({ key, words }) => ({ key, words: `${words} ${intake.found[key]}` }));
  const isWide = useIsWide();
  const [list, setList] = useState<ListName>(shown[0]?.key ?? 'added');
  const applying = useAction('intake.applyRoster');
  const refreshing = useAction('intake.refresh');
  const discarding = useAction('intake.discard');
  const decide = (part: Partial<Decisions>) => {
    const next = { ...decided, ...part };
    setDecided(next);
    draft.keep(next);
  };
  const isCheck = intake.purpose === 'check';
  const count = countImported(intake, decided);
  const apply = async () => {
    const done = await applying.run(ordersOf(intake, decided));
    if (!done) return;
    draft.drop();
    announce('已导入');
    const { duties, ...applied } = done;
    onApplied(applied, duties);
  };
  const refresh = async () => {
    const fresh = await refreshing.run({ intakeId: intake.intakeId, version: intake.version });
    if (!fresh) return;
    applying.clearError();
    decide(undecided);
    onChanged(fresh);
  };
  const discard = async () => {
    if (!(await discarding.run({ intakeId: intake.intakeId }))) return;
    draft.drop();
    onStartAnew();
  };
  const isStale = applying.error?.code === 'conflict';
  const refusal = applying.error ?? refreshing.error ?? discarding.error;
  return (
    <>
      <Words>
        {intake.organisationName}，{sayMoment(intake.at, today())} 读的文件。
        {isCheck ? '和名册不一样的列在下面，核对不改名册' : '还没有写进名册，看过再导入'}
      </Words>
      <MappingCard intake={intake} file={file} onRead={onRead} />
      {!isCheck && <NewBranches intake={intake} decided={decided} onDecide={decide} />}
      {shown.length === 0 && <Words>文件里没有读到一位同志。请看看选的是不是名册，或改一改读哪一列</Words>}
      {shown.length > 0 && (
        <Card title={isCheck ? '和名册比' : '会怎样改'}>
          {isWide || tabs.length <= fewTabs ? (
            <SegmentedTabs label="看哪一类" tabs={tabs} current={list} onChange={setList} />
          ) : (
            <SelectField label="看哪一类" options={tabs} value={list} onChange={setList} />
          )}
          <IntakeLines
            key={`${list} ${intake.version}`}
            intake={intake}
            list={list}
            decided={decided}
            onDecide={isCheck ? undefined : decide}
          />
        </Card>
      )}
      {refusal && (
        <ErrorState sentence={refusal.message} requestId={refusal.requestId}>
          {isStale && (
            <Button kind="secondary" isInline isBusy={refreshing.isBusy} onPress={() => void refresh()}>
              和现在的名册再比一遍
            </Button>
          )}
        </ErrorState>
      )}
      <Stack>
        {!isCheck && (count > 0 || decided.gone.length > 0) && (
          <Button isBusy={applying.isBusy} onPress={() => void apply()}>
            {count > 0 ? `导入 ${count} 人` : `记下离开的 ${decided.gone.length} 人`}
          </Button>
        )}
        {!isCheck && count === 0 && decided.gone.length === 0 && intake.found.unchanged > 0 && (
          <Words tone="good">和名册一样，不用导入</Words>
        )}
        <Button kind="secondary" isBusy={discarding.isBusy} onPress={() => void discard()}>
          {isCheck ? '核对完了，删掉这次读的' : '不导入，删掉这次读的'}
        </Button>
      </Stack>
    </>
  );
}

function NewBranches({
  intake,
  decided,
  onDecide,
}: {
  intake: Intake;
  decided: Decisions;
  onDecide: (part: Partial<Decisions>) => void;
}) {
  const { unknownOrganisations } = intake;
  if (unknownOrganisations.length === 0) return null;
  return (
    <Card title="名册里还没有的支部" aside={`${unknownOrganisations.length} 个`}>
      {unknownOrganisations.map(({ name, lines, mayCreate }) =>
        mayCreate ? (
          <Toggle
            key={name}
            label={`建“${name}”`}
            detail={`文件里有 ${lines} 位同志在这里。不建，这些同志就不导入`}
            isOn={!decided.notCreate.includes(name)}
            onChange={(isOn) => onDecide({ notCreate: withOrWithout(decided.notCreate, name, !isOn) })}
          />
        ) : (
          <Words key={name} tone="warn">
            没有“{name}”这个支部，{lines} 位同志不导入。请机关党委先建支部
          </Words>
        ),
      )}
    </Card>
  );
}
