import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { Card } from '../../../ui/Card';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { DayField } from '../../../ui/DayField';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Toggle } from '../../../ui/Toggle';
import { Heading, Words } from '../../../ui/Words';
import { PickPersons } from './PickPersons';
import type { PublishFormState } from './usePublishForm';

/** Whom and until when; the rest is already known from the piece. */
export function PublishForm({ form }: { form: PublishFormState }) {
  const { about, choices, whom, chooseWhom } = form;
  return (
    <Loaded from={about}>
      {({ title, readingMinutes, mayAskSelfCheck }) =>
        choices.length === 0 ? (
          <EmptyState sentence="您现在没有可以布置任务的支部。需要时请联系机关党委" />
        ) : (
          <>
            <Heading>{title}</Heading>
            <Words tone="quiet">约 {readingMinutes} 分钟</Words>
            <Card title="给谁">
              <ChoiceGroup
                label="给谁"
                kind="single"
                hasLetters={false}
                options={choices.map(({ words }) => words)}
                chosen={whom ? [choices.indexOf(whom)] : []}
                onChoose={([index]) => index !== undefined && chooseWhom(index)}
              />
              {whom?.isPersons && (
                <PickPersons
                  organisationId={whom.organisationId}
                  chosen={form.persons}
                  onChoose={form.setPersons}
                />
              )}
              <Words tone="small">年老体弱、长期请假的同志只是邀请，不作要求</Words>
            </Card>
            <Until form={form} />
            {mayAskSelfCheck && (
              <Card>
                <Toggle
                  label="学完做自测题"
                  detail="答对为止，次数不限，不记录答了什么"
                  isOn={form.selfCheck}
                  onChange={form.setSelfCheck}
                />
              </Card>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function Until({ form: { dueOn, setDueOn, suggested } }: { form: PublishFormState }) {
  const [isOwnDay, setOwnDay] = useState(false);
  const days = [...new Set([suggested.friday, suggested.monthEnd])].sort();
  const words = days.map((day) =>
    day === suggested.friday ? sayDayAndWeekday(day) : `${sayDayAndWeekday(day)}（月底）`,
  );
  const at = isOwnDay ? days.length : days.indexOf(dueOn);
  return (
    <Card title="学到哪天">
      <ChoiceGroup
        label="学到哪天"
        kind="single"
        hasLetters={false}
        options={[...words, '另选一天']}
        chosen={at >= 0 ? [at] : []}
        onChoose={([index]) => {
          const day = index === undefined ? undefined : days[index];
          setOwnDay(day === undefined);
          setDueOn(day ?? '');
        }}
      />
      {isOwnDay && <DayField label="这一天之内都可以学" value={dueOn} min={today()} onChange={setDueOn} />}
    </Card>
  );
}
