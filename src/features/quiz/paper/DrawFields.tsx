import type { Input } from '../../../contract/operations';
import type { QuestionKind } from '../../../domain/quiz/grade';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import { typeNames } from '../typeNames';

export type PaperPart = Input<'quiz.savePaper'>['draw'][number];

const sizes = [1, 2, 3, 5, 10, 15, 20, 30, 50];
const types = Object.keys(typeNames) as QuestionKind[];
/** What stands for "any" in a list of choices. */
const ANY = '';

/** Which questions are drawn from the bank: topic, type, how many; with what the bank has. */
export function DrawFields({
  organisationId,
  parts,
  onChange,
}: {
  organisationId: string;
  parts: readonly PaperPart[];
  onChange: (parts: PaperPart[]) => void;
}) {
  const me = useMe();
  const stock = useCloud('quiz.readPaperStock', { organisationId }, { skip: !me });
  const change = (index: number, change: Partial<PaperPart>) =>
    onChange(parts.map((part, place) => (place === index ? { ...part, ...change } : part)));
  return (
    <Loaded from={stock} lines={4}>
      {({ topics }) =>
        topics.length === 0 ? (
          <EmptyState
            sentence="题库里还没有可以用的题。先导入题库，请另一位同志审核"
            action={{ words: '看题库', onPress: () => goTo('deskBank') }}
          />
        ) : (
          <>
            {parts.map((part, index) => (
              <Card
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own
                key={index}
                title={parts.length > 1 ? `第 ${index + 1} 部分` : '从题库里抽题'}
              >
                <SelectField
                  label="专题"
                  options={[
                    { key: ANY, words: '不限专题' },
                    ...topics.map(({ topic }) => ({ key: topic, words: topic })),
                  ]}
                  value={part.topic ?? ANY}
                  onChange={(topic) => change(index, { topic: topic || null })}
                />
                <SelectField
                  label="题型"
                  options={[
                    { key: ANY, words: '不限题型' },
                    ...types.map((type) => ({ key: type, words: typeNames[type] })),
                  ]}
                  value={part.type ?? ANY}
                  onChange={(type) => change(index, { type: type || null })}
                />
                <SelectField
                  label="抽几题"
                  hint={`题库里有 ${available(topics, part)} 题可以抽`}
                  options={sizes.map((size) => ({ key: String(size), words: `${size} 题` }))}
                  value={String(part.count)}
                  onChange={(size) => change(index, { count: Number(size) })}
                />
                {parts.length > 1 && (
                  <Button
                    kind="quiet"
                    label={`不要第 ${index + 1} 部分`}
                    onPress={() => onChange(parts.filter((_, place) => place !== index))}
                  >
                    不要这一部分
                  </Button>
                )}
              </Card>
            ))}
            <Button kind="quiet" onPress={() => onChange([...parts, { topic: null, type: null, count: 5 }])}>
              再加一部分
            </Button>
            <Words tone="small">抽到的题在卷子结束以前不会出现在练习里</Words>
          </>
        )
      }
    </Loaded>
  );
}

function available(
  topics: readonly { topic: string; counts: Record<QuestionKind, number> }[],
  { topic, type }: PaperPart,
): number {
  return topics
    .filter((one) => topic === null || one.topic === topic)
    .flatMap(({ counts }) => (type === null ? types.map((each) => counts[each]) : [counts[type]]))
    .reduce((sum, count) => sum + count, 0);
}
