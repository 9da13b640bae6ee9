import { useState } from 'react';
import { replaceWith } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { FilePick } from '../../../ui/FilePick';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { TextArea, TextField } from '../../../ui/TextField';
import { Words } from '../../../ui/Words';
import { kindWords, type PieceKind } from '../desk/deskPiece';
import { SourceFields } from '../desk/SourceFields';
import { type Places, WhereWriting } from '../desk/WhereWriting';
import { aboutOf, emptySeries, errorsOfSeries, type NewSeriesErrors, partsOf } from './newSeriesForm';

/** 长文切成系列: the text or its file, and what all its pieces rest on. */
export function NewSeries() {
  return <WhereWriting>{(places) => <SeriesForm places={places} />}</WhereWriting>;
}

const kinds = (Object.keys(kindWords) as PieceKind[]).map((key) => ({ key, words: kindWords[key] }));

function SeriesForm({ places }: { places: Places }) {
  const [form, setForm] = useState(emptySeries(places[0]?.id ?? ''));
  const [errors, setErrors] = useState<NewSeriesErrors>({});
  const start = useAction('study.startSeries');
  const append = useAction('study.appendSeries');
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setErrors({});
    start.clearError();
    append.clearError();
  };
  const isRight = (needsText: boolean) => {
    const found = errorsOfSeries(form, needsText);
    setErrors(found);
    return Object.keys(found).length === 0;
  };
  const open = (seriesId: string) => replaceWith('deskSeries', { seriesId });

  const cutPasted = async () => {
    if (!isRight(true)) return;
    const [first = '', ...rest] = partsOf(form.text);
    let saved = await start.run({ ...aboutOf(form), text: first });
    for (const text of rest) {
      if (!saved) return;
      saved = await append.run({ seriesId: saved.seriesId, version: saved.version, text });
    }
    if (saved) open(saved.seriesId);
  };
  const cutFile = async (fileId: string) => {
    if (!isRight(false)) return;
    const saved = await start.run({ ...aboutOf(form), fileId });
    if (saved) open(saved.seriesId);
  };
  const error = start.error ?? append.error;
  const isBusy = start.isBusy || append.isBusy;
  return (
    <>
      <Words tone="quiet">
        条例、手册、讲话这样的长文，会在条、段、句的边上切成三分钟一篇，再按工作日一天一篇排好。切好后可以改边界，请一位同志审核一次就行
      </Words>
      <Card title="这个系列">
        {places.length > 1 && (
          <SelectField
            label="写给哪里"
            options={places.map(({ id, name }) => ({ key: id, words: name }))}
            value={form.organisationId}
            error={errors.organisationId}
            onChange={(organisationId) => change({ organisationId })}
          />
        )}
        <TextField
          label="系列的名字"
          hint="例如：窗口工作手册"
          maxLength={60}
          value={form.title}
          error={errors.title}
          onChange={(title) => change({ title })}
        />
        <TextField
          label="主题"
          maxLength={20}
          value={form.topic}
          error={errors.topic}
          onChange={(topic) => change({ topic })}
        />
        <SelectField label="类别" options={kinds} value={form.kind} onChange={(kind) => change({ kind })} />
      </Card>
      <SourceFields form={form} errors={errors} hasArticle={false} onChange={change} />
      <Card title="文字">
        <TextArea
          label="粘贴全文"
          hint="字数不限，能切出 300 篇以内都行"
          rows={8}
          value={form.text}
          error={errors.text}
          onChange={(text) => change({ text })}
        />
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isBusy={isBusy} onPress={cutPasted}>
          切成三分钟一篇
        </Button>
        <FilePick purpose="text" isDisabled={isBusy} onUploaded={({ fileId }) => void cutFile(fileId)}>
          选 .docx .txt .md 文件来切
        </FilePick>
      </Card>
    </>
  );
}
