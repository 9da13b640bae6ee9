import { useState } from 'react';
import { replaceWith } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { DrawFields, type PaperPart } from './DrawFields';

/** A new paper: whose, its title, and what is drawn from the bank. */
export function NewPaper() {
  const me = useMe();
  const desk = useCloud('quiz.readPapers', {}, { skip: !me });
  return (
    <Loaded from={desk} lines={5}>
      {({ organisations }) => <Fields organisations={organisations} />}
    </Loaded>
  );
}

function Fields({ organisations }: { organisations: readonly { id: string; name: string }[] }) {
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const [parts, setParts] = useState<PaperPart[]>([{ topic: null, type: null, count: 10 }]);
  const [isTried, setTried] = useState(false);
  const { run, isBusy, error } = useAction('quiz.savePaper');
  const organisationId = chosen ?? (organisations.length === 1 ? organisations[0]?.id : undefined);
  const save = async () => {
    setTried(true);
    if (!organisationId || title.trim() === '') return;
    const made = await run({ paper: null, organisationId, title, keep: [], draw: parts });
    if (made) replaceWith('deskPaper', { paperId: made.paperId });
  };
  return (
    <Form label="做一份卷子" onSubmit={() => void save()}>
      <Card title="什么卷子">
        {organisations.length > 1 && (
          <SelectField
            label="给哪个组织"
            options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
            value={organisationId}
            error={isTried && !organisationId ? '请选给哪个组织' : undefined}
            onChange={setChosen}
          />
        )}
        <TextField
          label="名称"
          hint="例如：十一月主题党日小测"
          value={title}
          maxLength={60}
          error={isTried && title.trim() === '' ? '请写一个名称' : undefined}
          onChange={setTitle}
        />
      </Card>
      {organisationId && <DrawFields organisationId={organisationId} parts={parts} onChange={setParts} />}
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isSubmit isBusy={isBusy} onPress={() => void save()}>
        抽题，看一看
      </Button>
    </Form>
  );
}
