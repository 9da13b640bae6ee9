import type { Input } from '../../../contract/operations';
import type { PieceKind } from '../desk/deskPiece';
import type { SourceForm } from '../desk/SourceFields';

/** A series while it is begun; everything is text until it is sent. */
export interface NewSeriesForm extends SourceForm {
  organisationId: string;
  title: string;
  topic: string;
  kind: PieceKind;
  text: string;
}

export type NewSeriesErrors = Partial<
  Record<'organisationId' | 'title' | 'topic' | 'text' | 'sourceTitle' | 'url', string>
>;

/** A form to begin with. */
export function emptySeries(organisationId: string): NewSeriesForm {
  return {
    organisationId,
    title: '',
    topic: '',
    kind: 'explanation',
    text: '',
    sourceTitle: '',
    article: '',
    url: '',
    versionOn: '',
    checkedOn: '',
  };
}

/** What is wrong at which field; `needsText` is false when the text comes from a file. */
export function errorsOfSeries(form: NewSeriesForm, needsText: boolean): NewSeriesErrors {
  const errors: NewSeriesErrors = {};
  if (form.organisationId === '') errors.organisationId = '请选写给哪里';
  if (form.title.trim() === '') errors.title = '请写系列的名字，例如条例的名称';
  if (form.topic.trim() === '') errors.topic = '请写主题，例如药品、消费者权益';
  if (form.sourceTitle.trim() === '') errors.sourceTitle = '请写来源的名称，读的人要知道依据什么';
  if (form.url !== '' && !/^https:\/\/\S+$/.test(form.url)) errors.url = '请写以 https:// 开头的网址';
  if (needsText && form.text.trim() === '') errors.text = '请把文字粘贴进来，或选一个文件';
  return errors;
}

/** What the cloud takes of it, besides the text. */
export function aboutOf(form: NewSeriesForm): Omit<Input<'study.startSeries'>, 'text' | 'fileId'> {
  const { organisationId, title, kind, topic, url, versionOn, checkedOn } = form;
  const source = {
    title: form.sourceTitle,
    article: '',
    url: url || null,
    versionOn: versionOn || null,
    checkedOn: checkedOn || null,
  };
  return { organisationId, title, kind, topic, source };
}

/** Characters that one message carries: three bytes each stay below a body of 90 KB (architecture.md "Size"). */
const PART = 20_000;

/** A long text in parts for one message each, never cut inside a character; joined they are the text. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const isInside = /[\ud800-\udbff]/.test(text.charAt(from + PART - 1));
    const to = from + PART - (isInside ? 1 : 0);
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
