import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { DayField } from '../../../ui/DayField';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { TextArea, TextField } from '../../../ui/TextField';

const empty: Input<'study.markLaw'> = { title: '', kind: 'amended', since: '', note: '' };

/** Says that a law was amended or repealed; what rests on an older version is then listed above. */
export function MarkLaw({ today, onMarked }: { today: string; onMarked: () => Promise<void> }) {
  const [form, setForm] = useState(empty);
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error, clearError } = useAction('study.markLaw');
  const change = (part: Partial<typeof empty>) => {
    setForm({ ...form, ...part });
    clearError();
  };
  const dayError = sinceFault(form.since, today);
  const mark = async () => {
    setChecked(true);
    if (form.title.trim() === '' || dayError) return;
    const done = await run(form);
    if (!done) return;
    announce(done.waiting > 0 ? `标好了，${done.waiting} 篇等核对` : '标好了，没有要核对的稿件');
    setForm(empty);
    setChecked(false);
    await onMarked();
  };
  return (
    <Card title="有一部修订或废止了">
      <TextField
        label="名称"
        hint="书名号、“中华人民共和国”和年份，写不写都一样"
        value={form.title}
        maxLength={120}
        error={isChecked && form.title.trim() === '' ? '请写名称' : undefined}
        onChange={(title) => change({ title })}
      />
      <SelectField
        label="有什么变化"
        options={[
          { key: 'amended', words: '修订了' },
          { key: 'repealed', words: '废止了' },
        ]}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <DayField
        label={form.kind === 'amended' ? '新版的日期' : '废止的日期'}
        hint="版本日期早于这一天的稿件会列出来"
        max={today}
        value={form.since}
        error={isChecked ? dayError : undefined}
        onChange={(since) => change({ since })}
      />
      <TextArea
        label="说明"
        hint="例如：第五十八条有改动。可以不写"
        rows={2}
        maxLength={500}
        value={form.note}
        onChange={(note) => change({ note })}
      />
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={mark}>
        标出来，列出要核对的
      </Button>
    </Card>
  );
}

function sinceFault(since: string, today: string): string | undefined {
  if (since === '') return '请选日期';
  return since > today ? '请选今天或以前的日子' : undefined;
}
