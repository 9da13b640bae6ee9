import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { announce } from '../../../platform/announce';
import { replaceWith } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';

type StarterPiece = Output<'study.starter'>['pieces'][number];

/** 起步内容: pieces that come with the program, chosen and handed in for the second person. */
export function StarterPack() {
  const desk = useCloud('study.desk', {});
  const starter = useCloud('study.starter', {});
  return (
    <Loaded from={desk} lines={8}>
      {({ writeFor }) =>
        writeFor.length === 0 ? (
          <EmptyState sentence="这一页由写稿的同志使用。需要时请联系您的书记" />
        ) : (
          <Loaded from={starter} lines={8}>
            {({ pieces }) => <Choose pieces={pieces.filter((piece) => !piece.isThere)} places={writeFor} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

interface ChooseProps {
  pieces: readonly StarterPiece[];
  places: readonly { id: string; name: string }[];
}

function Choose({ pieces, places }: ChooseProps) {
  const [organisationId, setOrganisationId] = useState(places[0]?.id ?? '');
  const [chosen, setChosen] = useState(pieces.map((_, index) => index));
  const { run, isBusy, error, clearError } = useAction('study.takeStarter');
  if (pieces.length === 0) {
    return (
      <EmptyState
        sentence="起步内容都取用过了"
        action={{ words: '看稿件和排期', onPress: () => replaceWith('deskPieces') }}
      />
    );
  }
  const take = async () => {
    const done = await run({ organisationId, keys: chosen.map((index) => pieces[index]?.key ?? '') });
    if (!done) return;
    announce(`取用了 ${done.taken} 篇，等另一位同志审核`);
    replaceWith('deskPieces');
  };
  return (
    <>
      <Words tone="quiet">
        这些篇目随软件带来，依据的条文写在每篇末尾，核对日期空着。取用后由另一位同志一篇一篇对照现行版本审核，通过一篇才发一篇
      </Words>
      <Card title="选要取用的" aside={`${chosen.length} 篇`}>
        {places.length > 1 && (
          <SelectField
            label="用在哪里"
            options={places.map(({ id, name }) => ({ key: id, words: name }))}
            value={organisationId}
            onChange={setOrganisationId}
          />
        )}
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isBusy={isBusy} isDisabled={chosen.length === 0} onPress={take}>
          取用，请另一位同志审核
        </Button>
        <ChoiceGroup
          label="选要取用的"
          kind="multiple"
          hasLetters={false}
          options={pieces.map(({ title, topic, length }) => `${title}（${topic} · ${length} 字）`)}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            clearError();
          }}
        />
      </Card>
    </>
  );
}
