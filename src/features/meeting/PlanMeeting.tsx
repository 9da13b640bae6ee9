import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { now, today } from '../../platform/clock';
import { replaceWith } from '../../platform/routes';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { useDraft } from '../../platform/useDraft';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { PlanFields } from './PlanFields';
import { emptyPlan, errorsOfPlan, isPlanRight, type PlanForm, planOf, sayPlanned } from './planForm';

/** 安排会议: for whoever may call one; what is written stays on this device until it is sent. */
export function PlanMeeting() {
  const mine = useCloud('meeting.mine', {});
  return (
    <Loaded from={mine}>
      {({ mayPlanFor }) =>
        mayPlanFor.length === 0 ? (
          <EmptyState sentence="安排会议由支部书记、组织委员这样的同志来做。需要时请联系您的书记" />
        ) : (
          <Plan organisations={mayPlanFor} />
        )
      }
    </Loaded>
  );
}

function Plan({ organisations }: { organisations: readonly { id: string; name: string }[] }) {
  const draft = useDraft<PlanForm>('meeting');
  const only = organisations.length === 1 ? organisations[0]?.id : undefined;
  const [form, setForm] = useState(() => startOf(draft.found?.value, organisations) ?? emptyPlan(only ?? ''));
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error, clearError } = useAction('meeting.plan');
  const errors = errorsOfPlan(form, now());
  const change = (part: Partial<PlanForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
    clearError();
  };
  const submit = async () => {
    setChecked(true);
    if (!isPlanRight(errors)) return announce('有几处还没有填好，已在旁边标出');
    const done = await run(planOf(form));
    if (!done) return;
    draft.drop();
    announce(`已安排：${sayPlanned(form, today())}。同志们在“支部”页能看到`);
    replaceWith('meetingHost', { meetingId: done.meetingId });
  };
  return (
    <>
      {draft.found && (
        <Words tone="small">接着 {sayMoment(draft.found.savedAt, today())} 存在这台设备上的内容写</Words>
      )}
      <PlanFields
        form={form}
        errors={isChecked ? errors : undefined}
        organisations={organisations}
        onChange={change}
        onSubmit={submit}
        isBusy={isBusy}
        refusal={error}
      />
    </>
  );
}

/** The stored form, unless its organisation is not the person's to call for any more. */
function startOf(
  found: PlanForm | undefined,
  organisations: readonly { id: string }[],
): PlanForm | undefined {
  const isTheirs =
    found && (found.organisationId === '' || organisations.some(({ id }) => id === found.organisationId));
  return isTheirs ? found : undefined;
}
