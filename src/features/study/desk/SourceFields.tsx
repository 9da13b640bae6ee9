import { Card } from '../../../ui/Card';
import { DayField } from '../../../ui/DayField';
import { TextField } from '../../../ui/TextField';
import type { DraftErrors, DraftForm } from './draftForm';

/** What is written about where a text rests. */
export type SourceForm = Pick<DraftForm, 'sourceTitle' | 'article' | 'url' | 'versionOn' | 'checkedOn'>;

export interface SourceFieldsProps {
  form: SourceForm;
  errors: Pick<DraftErrors, 'sourceTitle' | 'url'> | undefined;
  onChange: (part: Partial<SourceForm>) => void;
  /** A series rests on many articles; each of its pieces names its own. */
  hasArticle?: boolean;
}

/** Where the piece rests: name, article, date of the version, date of checking, link. */
export function SourceFields({ form, errors, onChange, hasArticle = true }: SourceFieldsProps) {
  return (
    <Card title="依据">
      <TextField
        label="来源名称"
        hint="例如：中华人民共和国药品管理法"
        value={form.sourceTitle}
        maxLength={120}
        error={errors?.sourceTitle}
        onChange={(sourceTitle) => onChange({ sourceTitle })}
      />
      {hasArticle && (
        <TextField
          label="第几条"
          hint="例如：第五十八条"
          value={form.article}
          maxLength={60}
          onChange={(article) => onChange({ article })}
        />
      )}
      <DayField
        label="版本日期"
        hint="这一版公布或修订的日子"
        value={form.versionOn}
        onChange={(versionOn) => onChange({ versionOn })}
      />
      <DayField
        label="核对日期"
        hint="最近一次和原文核对的日子；还没核对就空着"
        value={form.checkedOn}
        onChange={(checkedOn) => onChange({ checkedOn })}
      />
      <TextField
        label="原文网址"
        hint="以 https:// 开头，可以不写"
        value={form.url}
        maxLength={500}
        error={errors?.url}
        onChange={(url) => onChange({ url })}
      />
    </Card>
  );
}
