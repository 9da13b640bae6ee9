import { useState } from 'react';
import type { QuestionKind } from '../../../domain/quiz/grade';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Form } from '../../../ui/Form';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { type BankDesk, type BankFilter, questionTypes } from './bankWords';
import './Bank.scss';

/** What stands for "any" in a list of choices. */
const ANY = '';

type AskedState = NonNullable<BankFilter['state']>;

const states: readonly { key: AskedState; words: string }[] = [
  { key: 'draft', words: '等审核' },
  { key: 'returned', words: '退回修改' },
  { key: 'reviewed', words: '在用' },
  { key: 'checking', words: '依据有变' },
  { key: 'expired', words: '已过期' },
  { key: 'retired', words: '已停用' },
];

/** Which questions are listed: organisation, state, topic, type, words. */
export function BankFilters({
  desk: { organisations, organisationId, overview },
  asked,
  onAsk,
}: {
  desk: BankDesk;
  asked: BankFilter;
  onAsk: (asked: BankFilter) => void;
}) {
  const [typed, setTyped] = useState(asked.text ?? '');
  const change = (part: Partial<Record<keyof BankFilter, string | undefined>>) =>
    onAsk(
      Object.fromEntries(
        Object.entries({ ...asked, ...part }).filter(([, value]) => value !== undefined),
      ) as BankFilter,
    );
  const search = () => change({ text: typed.trim() || undefined });
  return (
    <Form label="找题" onSubmit={search}>
      <Block className="bank-filters">
        {organisations.length > 1 && (
          <SelectField
            label="哪个组织"
            options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
            value={organisationId}
            onChange={(id) => change({ organisationId: id, topic: undefined, importId: undefined })}
          />
        )}
        <SelectField
          label="状态"
          options={[
            { key: ANY, words: '全部' },
            ...states.map(({ key, words }) => ({
              key,
              words: overview ? `${words} ${overview.found[key]}` : words,
            })),
          ]}
          value={asked.state ?? ANY}
          onChange={(key) => change({ state: key || undefined })}
        />
        <SelectField
          label="专题"
          options={[
            { key: ANY, words: '全部' },
            ...(overview?.topics ?? []).map(({ topic, size }) => ({ key: topic, words: `${topic} ${size}` })),
          ]}
          value={asked.topic ?? ANY}
          onChange={(key) => change({ topic: key || undefined })}
        />
        <SelectField<QuestionKind | ''>
          label="题型"
          options={[{ key: ANY, words: '全部' }, ...questionTypes]}
          value={asked.type ?? ANY}
          onChange={(key) => change({ type: key || undefined })}
        />
        <TextField label="题里的字" value={typed} maxLength={60} onChange={setTyped} />
      </Block>
      <Block className="bank-row">
        <Button kind="secondary" isInline isSubmit onPress={search}>
          找一找
        </Button>
        {asked.importId && (
          <Button kind="quiet" onPress={() => change({ importId: undefined })}>
            只看这次导入的，改看全部
          </Button>
        )}
      </Block>
    </Form>
  );
}
