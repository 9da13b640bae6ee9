import { useState } from 'react';
import { replaceWith } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { QuestionEditor } from './QuestionEditor';

/** 写一题: for which organisation, and the question. */
export function NewQuestion({ organisationId }: { organisationId: string | undefined }) {
  const me = useMe();
  const desk = useCloud('quiz.readQuestions', {}, { skip: !me });
  const [chosen, setChosen] = useState(organisationId);
  return (
    <Loaded from={desk} lines={6}>
      {({ organisations }) => {
        const mine = organisations.filter(({ mayKeep }) => mayKeep);
        const id = mine.find((one) => one.id === chosen)?.id ?? mine[0]?.id;
        if (id === undefined)
          return <EmptyState sentence="题目由书记、宣传委员或机关党委的同志来写。需要时请联系您的书记" />;
        return (
          <>
            {mine.length > 1 && (
              <SelectField
                label="进哪个组织的题库"
                options={mine.map((one) => ({ key: one.id, words: one.name }))}
                value={id}
                onChange={setChosen}
              />
            )}
            <QuestionEditor
              organisationId={id}
              onSaved={(questionId) => replaceWith('deskQuestion', { questionId })}
            />
          </>
        );
      }}
    </Loaded>
  );
}
