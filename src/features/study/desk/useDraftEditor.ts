import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { callCloud } from '../../../platform/callCloud';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { useAction } from '../../../platform/useAction';
import { useDraft } from '../../../platform/useDraft';
import { type DraftForm, draftOf, errorsOfDraft, formOf, isDraftRight } from './draftForm';
import { textOfParts } from './draftParts';

/** The saved piece that the form was filled from; undefined for one that has never been saved. */
export interface Seen {
  pieceId: string;
  version: number;
  mayWrite: boolean;
}

/** What is being edited, as it is kept on this device until it is saved. */
export interface Editing {
  form: DraftForm;
  seen: Seen | undefined;
  /** The week of the supply rota that a new piece is written for. */
  supplyTurnId?: string;
  /** What one had written when somebody else was faster: kept in sight until it is thrown away. */
  ownText?: string;
}

/** A piece being written: kept on this device while typing, saved and handed in on request, never over somebody else's work. */
export function useDraftEditor(start: Editing) {
  const stored = useDraft<Editing>(`piece/${start.seen?.pieceId ?? start.supplyTurnId ?? 'new'}`);
  // A draft that an older build has left on this device has no parts; it cannot be gone on with.
  const found = stored.found?.value.form.parts ? stored.found : undefined;
  const [editing, setEditing] = useState(found?.value ?? start);
  const [isDirty, setDirty] = useState(found !== undefined);
  const [checkedFor, setCheckedFor] = useState<'save' | 'submit'>();
  const [failure, setFailure] = useState<CloudError>();
  const save = useAction('study.saveDraft');
  const submit = useAction('study.submit');

  const keep = (next: Editing) => {
    setEditing(next);
    stored.keep(next);
  };
  const forgetErrors = () => {
    save.clearError();
    submit.clearError();
    setFailure(undefined);
  };
  const change = (part: Partial<DraftForm>) => {
    keep({ ...editing, form: { ...editing.form, ...part } });
    setDirty(true);
    forgetErrors();
  };

  /** Saves what is written; undefined when it was not (the errors say why). */
  const saveNow = async (): Promise<Seen | undefined> => {
    const { form, seen, supplyTurnId } = editing;
    const which = seen ? { pieceId: seen.pieceId, version: seen.version } : { supplyTurnId };
    const saved = await save.run({ ...draftOf(form), ...which });
    if (!saved) return undefined;
    const next = { pieceId: saved.pieceId, version: saved.version, mayWrite: true };
    stored.drop();
    setEditing({ ...editing, seen: next });
    setDirty(false);
    return next;
  };
  const isRight = (purpose: 'save' | 'submit') => {
    setCheckedFor(purpose);
    const right = isDraftRight(errorsOfDraft(editing.form, purpose === 'submit'));
    if (!right) announce('有几处还没有填好，已在旁边标出');
    return right;
  };

  return {
    editing,
    isDirty,
    /** When the kept content that the form began with was written, ISO 8601. */
    foundAt: found?.savedAt,
    errors: checkedFor && errorsOfDraft(editing.form, checkedFor === 'submit'),
    isBusy: save.isBusy || submit.isBusy,
    error: save.error ?? submit.error ?? failure,
    change,
    forgetErrors,
    save: async () => {
      if (isRight('save') && (await saveNow())) announce('草稿已保存');
    },
    /** Saves what is not saved yet and hands it in; true when it has arrived. */
    submit: async (): Promise<boolean> => {
      if (!isRight('submit')) return false;
      const seen = isDirty || !editing.seen ? await saveNow() : editing.seen;
      if (!seen) return false;
      const done = await submit.run({ pieceId: seen.pieceId, version: seen.version });
      if (done) stored.drop();
      return done !== undefined;
    },
    /** Fills the form with what is saved; the own text stays beside it. */
    readNewest: async () => {
      const { seen, form } = editing;
      if (!seen) return;
      try {
        const newest = await callCloud('study.draft', { pieceId: seen.pieceId });
        const { version, mayWrite } = newest;
        keep({
          form: formOf(newest),
          seen: { ...seen, version, mayWrite },
          ownText: textOfParts(form.parts),
        });
        forgetErrors();
      } catch (problem) {
        setFailure(asCloudError(problem));
      }
    },
    /** Throws away what was kept on this device and begins with what is saved. */
    startAnew: () => {
      stored.drop();
      setEditing(start);
      setDirty(false);
      forgetErrors();
    },
    dropOwnText: () => keep({ form: editing.form, seen: editing.seen }),
  };
}
