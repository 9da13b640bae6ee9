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
import { Words } from '../../../ui/Words';
import { sayFilesLeft } from './sayFilesLeft';

type Pack = Output<'study.readPack'>;

interface TakePackProps {
  /** An uploaded pack. */
  fileId: string;
  organisationId: string;
  /** Back to choosing a file. */
  onLeave: () => void;
}

/** What is in a content pack, new pieces to choose from; those chosen are handed in for the second person. */
export function TakePack({ fileId, organisationId, onLeave }: TakePackProps) {
  const pack = useCloud('study.readPack', { fileId });
  return (
    <>
      <Loaded from={pack} lines={8}>
        {(data) => <ChooseFrom pack={data} fileId={fileId} organisationId={organisationId} />}
      </Loaded>
      <Button kind="quiet" onPress={onLeave}>
        换一个文件
      </Button>
    </>
  );
}

function ChooseFrom({ pack, fileId, organisationId }: Omit<TakePackProps, 'onLeave'> & { pack: Pack }) {
  const fresh = pack.pieces.flatMap((piece, position) => (piece.isThere ? [] : [{ ...piece, position }]));
  const [chosen, setChosen] = useState(fresh.map((_, index) => index));
  const { run, isBusy, error, clearError } = useAction('study.takePack');
  if (fresh.length === 0)
    return <EmptyState sentence={`包里的 ${pack.pieces.length} 篇，标题在本单位都已经有了`} />;
  const take = async () => {
    const positions = chosen.flatMap((index) => fresh[index]?.position ?? []);
    const done = await run({ organisationId, fileId, chosen: positions });
    if (!done) return;
    announce(`取用了 ${done.taken} 篇，等另一位同志审核`);
    replaceWith('deskPieces');
  };
  const there = pack.pieces.filter(({ isThere }) => isThere);
  return (
    <>
      <Card title={`来自${pack.title}`} aside={`新的 ${fresh.length} 篇`}>
        <Words tone="quiet">核对日期空着，请审核的同志对照现行版本核对每一篇</Words>
        <ChoiceGroup
          label="选要取用的"
          kind="multiple"
          hasLetters={false}
          options={fresh.map(
            (piece) => `${piece.title}（${piece.topic} · ${piece.length} 字${sayFilesLeft(piece, ' · ')}）`,
          )}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            clearError();
          }}
        />
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Button isBusy={isBusy} isDisabled={chosen.length === 0} onPress={take}>
          取用，请另一位同志审核
        </Button>
      </Card>
      {there.length > 0 && (
        <Card title="标题已经有的，不再取用" aside={`${there.length} 篇`}>
          <Words tone="quiet">{there.map(({ title }) => `《${title}》`).join('')}</Words>
        </Card>
      )}
    </>
  );
}
