import type { Input } from '../../../contract/operations';
import { isComplete } from '../../../domain/study/isComplete';
import { isSoundCheck } from '../../../domain/study/selfCheck';
import type { Draft, PieceKind } from './deskPiece';
import { blocksOfParts, type DraftPart, errorsOfPart, type PartErrors, partsOf } from './draftParts';
import { tooLongPart } from './draftText';

/** A self-check question while it is written: the options are lines of one text. */
export interface CheckForm {
  type: Draft['checks'][number]['type'];
  stem: string;
  options: string;
  key: number[];
  explanation: string;
}

/** A piece while it is written; everything is text until it is sent. */
export interface DraftForm {
  organisationId: string;
  kind: PieceKind;
  title: string;
  topic: string;
  parts: DraftPart[];
  sourceTitle: string;
  article: string;
  url: string;
  versionOn: string;
  checkedOn: string;
  checks: CheckForm[];
}

/** What is wrong at which field; checks and parts by their place. */
export type DraftErrors = Partial<
  Record<'organisationId' | 'title' | 'topic' | 'text' | 'sourceTitle' | 'url', string>
> & { checks: Partial<Record<'stem' | 'options' | 'key' | 'explanation', string>>[]; parts: PartErrors[] };

/** As many as a piece takes (contract). */
export const mostChecks = 3;

/** A form to begin with. */
export function emptyDraft(organisationId: string): DraftForm {
  return {
    organisationId,
    kind: 'explanation',
    title: '',
    topic: '',
    parts: [{ type: 'text', text: '' }],
    sourceTitle: '',
    article: '',
    url: '',
    versionOn: '',
    checkedOn: '',
    checks: [],
  };
}

/** A question to begin with. */
export function emptyCheck(): CheckForm {
  return { type: 'single', stem: '', options: '', key: [], explanation: '' };
}

/** What is saved, to be edited. */
export function formOf(draft: Draft): DraftForm {
  const { organisationId, kind, title, topic, blocks, source, checks } = draft;
  return {
    organisationId,
    kind,
    title,
    topic,
    parts: partsOf(blocks),
    sourceTitle: source?.title ?? '',
    article: source?.article ?? '',
    url: source?.url ?? '',
    versionOn: source?.versionOn ?? '',
    checkedOn: source?.checkedOn ?? '',
    checks: checks.map((check) => ({ ...check, options: check.options.join('\n') })),
  };
}

/** The options of a question, one a line; true-false has none. */
export function optionsOf({ type, options }: Pick<CheckForm, 'type' | 'options'>): string[] {
  if (type === 'trueFalse') return [];
  return options
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean);
}

/** The form as the cloud takes it; only for one without errors. */
export function draftOf(form: DraftForm): Omit<Input<'study.saveDraft'>, 'pieceId' | 'version'> {
  const { organisationId, kind, title, topic } = form;
  return {
    organisationId,
    kind,
    title,
    topic,
    blocks: blocksOfParts(form.parts),
    source: sourceOf(form),
    checks: form.checks.map((check) => ({ ...check, options: optionsOf(check) })),
  };
}

/** What keeps a draft from being saved; with `toSubmit` also what a second person would miss (domain/study/isComplete). */
export function errorsOfDraft(form: DraftForm, toSubmit: boolean): DraftErrors {
  const errors: DraftErrors = {
    checks: form.checks.map(errorsOfCheck),
    parts: form.parts.map(errorsOfPart),
  };
  const blocks = blocksOfParts(form.parts);
  if (form.organisationId === '') errors.organisationId = '请选写给哪里';
  if (form.title.trim() === '') errors.title = '请写标题';
  if (form.topic.trim() === '') errors.topic = '请写主题，例如药品、消费者权益';
  const tooLong = tooLongPart(blocks);
  if (tooLong) errors.text = tooLong;
  if (form.url !== '' && !/^https:\/\/\S+$/.test(form.url)) errors.url = '请写以 https:// 开头的网址';
  const isSourceBegun = [form.article, form.url, form.versionOn, form.checkedOn].some((part) => part !== '');
  if (form.sourceTitle.trim() === '' && isSourceBegun) errors.sourceTitle = '请写来源的名称';
  if (!toSubmit) return errors;

  const source = sourceOf(form);
  if (isComplete({ kind: form.kind, title: form.title, blocks, source })) return errors;
  if (!blocks.some(({ type }) => type === 'paragraph' || type === 'audio')) errors.text ??= '请写正文';
  if (!source) errors.sourceTitle ??= '请写来源的名称，读的人要知道依据什么';
  else if (form.kind === 'external' && source.url === null) errors.url ??= '外部原文要附链接';
  return errors;
}

/** True when nothing is wrong. */
export function isDraftRight({ checks, parts, ...fields }: DraftErrors): boolean {
  return [fields, ...checks, ...parts].every((part) => Object.keys(part).length === 0);
}

function sourceOf(form: DraftForm): Input<'study.saveDraft'>['source'] {
  if (form.sourceTitle.trim() === '') return null;
  return {
    title: form.sourceTitle,
    article: form.article,
    url: form.url || null,
    versionOn: form.versionOn || null,
    checkedOn: form.checkedOn || null,
  };
}

/** Two to six options of at most 120 characters (contract), a key that fits (domain/study/selfCheck). */
function errorsOfCheck(check: CheckForm): DraftErrors['checks'][number] {
  const errors: DraftErrors['checks'][number] = {};
  const options = optionsOf(check);
  if (check.stem.trim() === '') errors.stem = '请写题目';
  if (check.explanation.trim() === '') errors.explanation = '请写一句为什么';
  if (check.type !== 'trueFalse') {
    if (options.length < 2 || options.length > 6) errors.options = '请写 2 到 6 个选项，每行一个';
    else if (new Set(options).size < options.length) errors.options = '有两个选项一样，请改一个';
    else if (options.some((option) => option.length > 120)) errors.options = '一个选项最多 120 字';
  }
  const isSound = isSoundCheck({ type: check.type, options, key: check.key });
  if (!isSound && !errors.options) {
    errors.key = check.type === 'multiple' ? '请选两个以上正确的' : '请选正确的一项';
  }
  return errors;
}
