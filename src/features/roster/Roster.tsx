import { useState } from 'react';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { MemberList } from './MemberList';

/** 名册 of one organisation after the other, as far as the reader sees them. */
export function Roster() {
  const me = useMe();
  const [chosen, setChosen] = useState<string>();
  const list = useCloud('roster.organisations', {});
  return (
    <Loaded from={list}>
      {({ organisations }) => {
        const [first] = organisations;
        if (!first) return <EmptyState sentence="名册由书记、组织委员这样的同志使用。需要时请联系您的书记" />;
        const own = organisations.find(({ id }) => id === me?.branch?.id);
        const current = chosen ?? own?.id ?? first.id;
        return (
          <>
            {organisations.length > 1 && (
              <SelectField
                label="哪个组织"
                options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
                value={current}
                onChange={setChosen}
              />
            )}
            <MemberList key={current} organisationId={current} />
          </>
        );
      }}
    </Loaded>
  );
}
