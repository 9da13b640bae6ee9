import { useState } from 'react';
import { type Difficulty, questionLimits } from '../../../domain/quiz/bank/questionDraft';
import type { QuestionKind } from '../../../domain/quiz/grade';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { QuestionChoices } from '../../../ui/QuestionChoices';
import { SegmentedTabs } from '../../../ui/SegmentedTabs';
import { SelectField } from '../../../ui/SelectField';
import { TextArea, TextField } from '../../../ui/TextField';
import { Words } from '../../../ui/Words';
import { KeyedOptions } from '../KeyedOptions';
import { difficultyWords, questionTypes } from './bankWords';
import { blankCount, type DraftForm } from './draftForm';

export interface QuestionFieldsProps {
  form: DraftForm;
  onChange: (form: DraftForm) => void;
  /** Also the words are open from the start: a new question. Else the type and the key alone, one tap away from the words. */
  isOpen?: boolean;
}

/** A question to be put right: its type and key by tapping, its words behind one button. */
export function QuestionFields({ form, onChange, isOpen: isOpenAtFirst = false }: QuestionFieldsProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const change = (part: Partial<DraftForm>) => onChange({ ...form, ...part });
  return (
    <Block className="bank-stack">
      <SegmentedTabs<QuestionKind | 'none'>
        label="题型"
        tabs={questionTypes}
        current={form.type ?? 'none'}
        onChange={(type) => type !== 'none' && change({ type })}
      />
      {isOpen ? <WordsFields form={form} onChange={change} /> : <Words>{form.stem || '没有题干'}</Words>}
      <KeyFields form={form} onChange={change} />
      {isOpen ? (
        <RestFields form={form} onChange={change} />
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          改文字和来源
        </Button>
      )}
    </Block>
  );
}

interface PartProps {
  form: DraftForm;
  onChange: (part: Partial<DraftForm>) => void;
}

function WordsFields({ form, onChange }: PartProps) {
  const { type, stem, options } = form;
  const hasOptions = type !== 'trueFalse' && type !== 'blank';
  return (
    <>
      <TextArea
        label="题干"
        hint={type === 'blank' ? '要填的地方写成 ____ 或（ ）' : undefined}
        rows={3}
        value={stem}
        maxLength={questionLimits.stem}
        onChange={(written) => onChange({ stem: written })}
      />
      {hasOptions &&
        options.map((option, at) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={at}
            label={`选项 ${letterOf(at)}`}
            value={option}
            maxLength={questionLimits.option}
            onChange={(written) =>
              onChange({ options: options.map((one, place) => (place === at ? written : one)) })
            }
          />
        ))}
      {hasOptions && options.length < questionLimits.options && (
        <Button kind="quiet" onPress={() => onChange({ options: [...options, ''] })}>
          再加一个选项
        </Button>
      )}
    </>
  );
}

/** The key: tapped, or written for blanks. */
function KeyFields({ form, onChange }: PartProps) {
  const { type, stem, options, right, truth, blanks } = form;
  if (type === null) {
    return (
      <>
        {options.some((option) => option !== '') && (
          <KeyedOptions label="选项" options={options} right={[]} />
        )}
        <Words tone="quiet">先选是哪种题，再点答案</Words>
      </>
    );
  }
  if (type === 'trueFalse') {
    return (
      <>
        <Words tone="quiet">点一下正确的那一项，作为答案</Words>
        <QuestionChoices
          type="trueFalse"
          stem={`答案：${stem}`}
          options={[]}
          chosen={truth === null ? [] : [truth ? 1 : 0]}
          onChoose={([chosen]) => onChange({ truth: chosen === 1 })}
          isLocked={false}
        />
      </>
    );
  }
  if (type === 'blank') {
    const size = blankCount(stem);
    return (
      <>
        {Array.from({ length: size }, (_, at) => (
          <TextArea
            // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place
            key={at}
            label={size === 1 ? '答案' : `第 ${at + 1} 空的答案`}
            hint={at === 0 ? '几种写法都算对时，一行写一种' : undefined}
            rows={2}
            value={blanks[at] ?? ''}
            maxLength={questionLimits.blankText * questionLimits.alternatives}
            onChange={(written) =>
              onChange({
                blanks: Array.from({ length: size }, (_, place) =>
                  place === at ? written : (blanks[place] ?? ''),
                ),
              })
            }
          />
        ))}
      </>
    );
  }
  const written = options.map((option, at) => option.trim() || `选项 ${letterOf(at)} 还没写`);
  if (written.length === 0) return <Words tone="warn">没有选项。点“改文字和来源”，把选项写上</Words>;
  return (
    <>
      <Words tone="quiet">
        {type === 'multiple' ? '点一下正确的几项，作为答案' : '点一下正确的那一项，作为答案'}
      </Words>
      <QuestionChoices
        type={type}
        stem={`答案：${stem}`}
        options={written}
        chosen={right}
        onChoose={(chosen) => onChange({ right: chosen })}
        isLocked={false}
      />
    </>
  );
}

function RestFields({ form, onChange }: PartProps) {
  const { explanation, source, topic, difficulty } = form;
  const changeSource = (part: Partial<typeof source>) => onChange({ source: { ...source, ...part } });
  return (
    <>
      <TextArea
        label="解析"
        hint="答完以后给大家看，一两句就好"
        rows={3}
        value={explanation}
        maxLength={questionLimits.explanation}
        onChange={(written) => onChange({ explanation: written })}
      />
      <TextField
        label="依据"
        hint="法律、党内法规或文件的名称"
        value={source.title}
        maxLength={questionLimits.sourceTitle}
        onChange={(title) => changeSource({ title })}
      />
      <TextField
        label="第几条"
        value={source.article}
        maxLength={questionLimits.article}
        onChange={(article) => changeSource({ article })}
      />
      <DayField
        label="哪天的版本"
        value={source.versionOn ?? ''}
        onChange={(day) => changeSource({ versionOn: day || null })}
      />
      <TextField
        label="原文的网址"
        value={source.url ?? ''}
        maxLength={500}
        onChange={(url) => changeSource({ url: url || null })}
      />
      <TextField
        label="专题"
        value={topic}
        maxLength={questionLimits.topic}
        onChange={(written) => onChange({ topic: written })}
      />
      <SelectField
        label="难度"
        options={[
          { key: '', words: '没有说' },
          ...(Object.keys(difficultyWords) as Difficulty[]).map((key) => ({
            key,
            words: difficultyWords[key],
          })),
        ]}
        value={difficulty ?? ''}
        onChange={(key) => onChange({ difficulty: key || null })}
      />
    </>
  );
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
