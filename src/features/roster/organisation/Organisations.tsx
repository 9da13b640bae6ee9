import { useState } from 'react';
import { sayDate } from '../../../domain/calendar/sayDate';
import { useCloud } from '../../../platform/useCloud';
import { useIsWide } from '../../../platform/useIsWide';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Columns } from '../../../ui/Columns';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { OrganisationDetail } from './OrganisationDetail';
import { levelWords, type TreeLine, treeOf } from './organisationTree';
import './Organisations.scss';

/** 组织和任职: the tree as far as the reader sees it, and one organisation with its posts beside it (on a phone in its place). */
export function Organisations() {
  const list = useCloud('roster.organisations', {});
  const [chosen, setChosen] = useState<string>();
  const isWide = useIsWide();
  return (
    <Loaded from={list} lines={6}>
      {({ organisations }) => {
        const tree = treeOf(organisations);
        if (tree.length === 0)
          return <EmptyState sentence="组织和任职由书记、组织委员这样的同志管。需要时请联系您的书记" />;
        const current =
          organisations.find(({ id }) => id === chosen) ?? (isWide ? tree[0]?.organisation : undefined);
        const detail = current && (
          <OrganisationDetail
            key={current.id}
            organisation={current}
            organisations={organisations}
            onChanged={list.reload}
            onGone={() => setChosen(undefined)}
          />
        );
        if (isWide) {
          return (
            <Columns detail={detail}>
              <Tree tree={tree} chosen={current?.id} onOpen={setChosen} />
            </Columns>
          );
        }
        if (!current) return <Tree tree={tree} chosen={undefined} onOpen={setChosen} />;
        return (
          <>
            <Button kind="secondary" isInline onPress={() => setChosen(undefined)}>
              看别的组织
            </Button>
            {detail}
          </>
        );
      }}
    </Loaded>
  );
}

function Tree({
  tree,
  chosen,
  onOpen,
}: {
  tree: readonly TreeLine[];
  chosen: string | undefined;
  onOpen: (id: string) => void;
}) {
  return (
    <Card>
      <List label="组织">
        {tree.map(({ organisation, depth }) => (
          <ListRow
            key={organisation.id}
            title={
              <Block as="span" className={`roster-tree-${Math.min(depth, 4)}`}>
                {organisation.name}
              </Block>
            }
            detail={
              <Block as="span" className={`roster-tree-${Math.min(depth, 4)}`}>
                {levelWords[organisation.level]}
                {organisation.enabledOn ? ` · ${sayDate(organisation.enabledOn)}启用` : ' · 还没启用'}
              </Block>
            }
            isSelected={organisation.id === chosen}
            onPress={() => onOpen(organisation.id)}
          />
        ))}
      </List>
    </Card>
  );
}
