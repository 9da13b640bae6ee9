import { type ReactNode, useState } from 'react';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { TextField } from '../../../ui/TextField';
import { SearchResults } from './SearchResults';

/** As the contract has it (`study.search`). */
const longestQuestion = 60;

/** One box over published pieces and the own notes; `children` stand below it as long as nothing is asked. */
export function LibrarySearch({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<string>();
  const ask = () => setAsked(words.trim() || undefined);
  return (
    <>
      <Form label="在资料库里找" onSubmit={ask}>
        <TextField
          label="找一篇"
          hint="写题目、正文或您笔记里的几个字"
          value={words}
          maxLength={longestQuestion}
          onChange={(value) => {
            setWords(value);
            if (value === '') setAsked(undefined);
          }}
        />
        <Button isSubmit onPress={ask}>
          找一找
        </Button>
      </Form>
      {asked === undefined ? children : <Answer key={asked} words={asked} onClear={() => clear()} />}
    </>
  );

  function clear(): void {
    setWords('');
    setAsked(undefined);
  }
}

function Answer({ words, onClear }: { words: string; onClear: () => void }) {
  const me = useMe();
  const answer = useCloud('study.search', { words }, { skip: !me });
  return (
    <>
      <Loaded from={answer}>{(found) => <SearchResults words={words} found={found} />}</Loaded>
      <Button kind="quiet" onPress={onClear}>
        不找了，看全部
      </Button>
    </>
  );
}
