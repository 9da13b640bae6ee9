import { useState } from 'react';
import { Card } from '../../../ui/Card';
import { FilePick } from '../../../ui/FilePick';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import { MakePack } from './MakePack';
import { TakePack } from './TakePack';
import { type Places, WhereWriting } from './WhereWriting';

/** 内容包: pieces that another bureau hands over, and a file of one's own for another. */
export function ContentPacks() {
  return <WhereWriting>{(places) => <Packs places={places} />}</WhereWriting>;
}

function Packs({ places }: { places: Places }) {
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
