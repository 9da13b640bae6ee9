import { useState } from 'react';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { FilePick } from '../../../ui/FilePick';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import { MakePack } from './MakePack';
import { TakePack } from './TakePack';

/** 内容包: pieces that another bureau hands over, and a file of one's own for another. */
export function ContentPacks() {
  const desk = useCloud('study.desk', {});
  return (
    <Loaded from={desk} lines={8}>
      {({ writeFor }) =>
        writeFor.length === 0 ? (
          <EmptyState sentence="这一页由写稿的同志使用。需要时请联系您的书记" />
        ) : (
          <Packs places={writeFor} />
        )
      }
    </Loaded>
  );
}

function Packs({ places }: { places: readonly { id: string; name: string }[] }) {
  const [organisationId, setOrganisationId] = useState(places[0]?.id ?? '');
  const [fileId, setFileId] = useState<string>();
  const place = places.length > 1 && (
    <SelectField
      label="哪里的篇目"
      options={places.map(({ id, name }) => ({ key: id, words: name }))}
      value={organisationId}
      onChange={setOrganisationId}
    />
  );
  if (fileId !== undefined) {
    return (
      <>
        {place}
        <TakePack
          key={fileId}
          fileId={fileId}
          organisationId={organisationId}
          onLeave={() => setFileId(undefined)}
        />
      </>
    );
  }
  return (
    <>
      {place}
      <Card title="收一个内容包">
        <Words tone="quiet">
          别的单位交来的 .json 文件。先看里面有什么，再选取用哪些。取用后由另一位同志一篇一篇审过才发
        </Words>
        <FilePick purpose="pack" kind="primary" onUploaded={(file) => setFileId(file.fileId)}>
          选内容包文件
        </FilePick>
      </Card>
      <MakePack key={organisationId} organisationId={organisationId} />
    </>
  );
}
