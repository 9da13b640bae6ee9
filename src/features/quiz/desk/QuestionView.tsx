import { sayCitation } from '../../../domain/study/sayCitation';
import { Block } from '../../../ui/Block';
import { Chip } from '../../../ui/Chip';
import { OutLink } from '../../../ui/OutLink';
import { Heading, Words } from '../../../ui/Words';
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
      {options.length > 0 && (
        <Block as="ol" className="bank-options" aria-label="选项">
          {options.map((option, at) => (
            <Block
              as="li"
              // biome-ignore lint/suspicious/noArrayIndexKey: options may say the same
              key={at}
              className={isRight(key, at) ? 'bank-option bank-option-right' : 'bank-option'}
            >
              <Block as="span">
                {String.fromCharCode(65 + at)}. {option}
              </Block>
              {isRight(key, at) && <Chip tone="good" words="答案" />}
            </Block>
          ))}
        </Block>
      )}
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

function isRight(key: ShownQuestion['key'], index: number): boolean {
  return key.some((one) => one === index);
}
