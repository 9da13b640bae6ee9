import { goTo } from '../../../platform/routes';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { Words } from '../../../ui/Words';
import { sayShare } from '../shareWords';
import { typeNames } from '../typeNames';
import { type AnalysedQuestion, sayDiscrimination, sayFigure, verdictWords } from './analysisWords';
import { ShareBar } from './ShareBar';
import './ItemAnalysis.scss';

/** One question with what its answers say, in words and as bars, and the way to it on the desk. */
export function AnalysedItem({ item }: { item: AnalysedQuestion }) {
  const { questionId, number, stem, type, topic, difficulty, discrimination, verdict, options } = item;
  const { words, tone, advice } = verdictWords[verdict];
  const isSuspect = verdict === 'likelyWrongKey';
  return (
    <Card title={`${number}. ${stem}`} aside={<Chip tone={tone} words={words} />}>
      <Words tone="small">
        {typeNames[type]} · {topic}
      </Words>
      <Words tone={isSuspect ? 'bad' : 'plain'}>{advice}</Words>
      <Words tone="quiet">
        {sayShare(difficulty)}答对。{sayDiscrimination(discrimination)}
      </Words>
      {options.length > 0 && (
        <Block as="ul" className="quiz-chosen" aria-label={`第 ${number} 题的选项`}>
          {options.map(({ text, right, share, instead }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: options may say the same
            <Block as="li" key={at} className="quiz-chosen-option">
              <Block className="quiz-chosen-words">
                <Block as="span">
                  {type === 'trueFalse' ? text : `${String.fromCharCode(65 + at)}. ${text}`}
                </Block>
                {right && <Chip tone="good" words="答案" />}
                {instead && <Chip tone={isSuspect ? 'bad' : 'warn'} words="答得好的人多选这一项" />}
                <Block as="span" className="quiz-chosen-share">
                  约 {share}% 的人选
                </Block>
              </Block>
              <ShareBar share={share} />
            </Block>
          ))}
        </Block>
      )}
      <Words tone="small">
        难度 {difficulty}%（答对的比例）
        {discrimination !== null && ` · 区分度 ${sayFigure(discrimination)}（从 −1 到 1）`}
      </Words>
      <Button
        kind="secondary"
        label={`${isSuspect ? '核对这一题' : '看这一题'}：${stem}`}
        onPress={() => goTo('deskQuestion', { questionId })}
      >
        {isSuspect ? '核对这一题' : '看这一题'}
      </Button>
    </Card>
  );
}
