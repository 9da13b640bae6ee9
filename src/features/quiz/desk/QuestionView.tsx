import { sayCitation } from '../../../domain/study/sayCitation';
import { Block } from '../../../ui/Block';
import { OutLink } from '../../../ui/OutLink';
import { Heading, Words } from '../../../ui/Words';
import { KeyedOptions } from '../KeyedOptions';
import { sayKey } from '../practice/sayKey';
import { difficultyWords, type ShownQuestion, sayQuestionType } from './bankWords';
import './Bank.scss';

/** A question with its key, for those who keep or review the bank. */
export function QuestionView({ question }: { question: ShownQuestion }) {
  const { type, stem, options, key, explanation, source, topic, difficulty } = question;
  const facts = [sayQuestionType(type), topic, difficulty && difficultyWords[difficulty]].filter(Boolean);
  return (
    <Block className="bank-question">
      <Words tone="small">{facts.join(' · ')}</Words>
      <Heading level={3}>{stem || '没有题干'}</Heading>
      {options.length > 0 && <KeyedOptions label="选项" options={options} right={key} />}
      {key.length === 0 ? (
        <Words tone="warn">还没有答案</Words>
      ) : (
        options.length === 0 && <Words tone="good">{sayKey({ type: type ?? 'single', options, key })}</Words>
      )}
      {explanation !== '' && <Words>解析：{explanation}</Words>}
      <Words tone="quiet">
        {source.title === '' ? '没有写依据' : `依据：${sayCitation(source)}`}
        {source.checkedOn && `，${source.checkedOn} 核对过`}
      </Words>
      {source.url && <OutLink url={source.url} words="看原文" />}
    </Block>
  );
}
