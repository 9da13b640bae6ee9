import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { suggestedDeadlines } from '../../../domain/task/deadline';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { replaceWith } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';

/** For whom: an organisation, or some persons of it. */
export interface WhomChoice {
  organisationId: string;
  words: string;
  isPersons: boolean;
}

/** The form of a new task: its state, what can be chosen, and the sending. */
export function usePublishForm(target: Input<'task.form'>['target']) {
  const me = useMe();
  const about = useCloud('task.form', { target }, { skip: !me });
  const [chosenWhom, setWhom] = useState<number>();
  const [persons, setPersons] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState('');
  const [selfCheck, setSelfCheck] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('task.publish');

  const choices: WhomChoice[] = (about.data?.whom ?? []).flatMap(({ id, name, mayPickPersons }) => [
    { organisationId: id, words: name, isPersons: false },
    ...(mayPickPersons ? [{ organisationId: id, words: `${name}里的几位同志`, isPersons: true }] : []),
  ]);
  // Nothing to choose: chosen.
  const whom = choices[chosenWhom ?? (choices.length === 1 ? 0 : -1)];

  const publish = async () => {
    const why = !whom
      ? '请选给谁'
      : whom.isPersons && persons.length === 0
        ? '请选至少一位同志'
        : dueOn === ''
          ? '请选学到哪天'
          : undefined;
    setMissing(why);
    if (why || !whom) return;
    const done = await run({
      target,
      organisationId: whom.organisationId,
      ...(whom.isPersons ? { memberIds: persons } : {}),
      dueOn,
      selfCheck,
    });
    if (!done) return;
    announce('已发布');
    replaceWith('deskTask', { taskId: done.taskId });
  };
  return {
    about,
    choices,
    whom,
    chooseWhom: (index: number) => {
      setWhom(index);
      setPersons([]);
      setMissing(undefined);
    },
    persons,
    setPersons,
    dueOn,
    setDueOn: (day: string) => {
      setDueOn(day);
      setMissing(undefined);
    },
    suggested: suggestedDeadlines(today()),
    selfCheck,
    setSelfCheck,
    missing,
    publish,
    isBusy,
    error,
  };
}

export type PublishFormState = ReturnType<typeof usePublishForm>;
