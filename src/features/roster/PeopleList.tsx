import { useIsWide } from '../../platform/useIsWide';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { type Column, Table } from '../../ui/Table';
import { type Person, sayAbout, sayActivated } from './member';

const name: Column<Person> = { title: '姓名', cell: (one) => one.name, sortBy: (one) => one.name };
const branch: Column<Person> = {
  title: '在哪里',
  cell: (one) => one.organisationName,
  sortBy: (one) => one.organisationName,
};
const others: readonly Column<Person>[] = [
  { title: '情况', cell: sayAbout },
  { title: '登录名', cell: ({ loginName }) => loginName },
  { title: '激活', cell: sayActivated, sortBy: sayActivated },
];

export interface PeopleListProps {
  caption: string;
  people: readonly Person[];
  /** Of several organisations: each line says which. */
  hasSeveral: boolean;
  chosen: string | undefined;
  onOpen: (memberId: string) => void;
}

/** Members: a table on a PC, a list on a phone. */
export function PeopleList({ caption, people, hasSeveral, chosen, onOpen }: PeopleListProps) {
  const isWide = useIsWide();
  if (isWide) {
    return (
      <Table
        caption={caption}
        columns={hasSeveral ? [name, branch, ...others] : [name, ...others]}
        rows={people}
        rowKey={({ memberId }) => memberId}
        openKey={chosen}
        onOpen={({ memberId }) => onOpen(memberId)}
      />
    );
  }
  return (
    <Card>
      <List label={caption}>
        {people.map((one) => (
          <ListRow
            key={one.memberId}
            title={one.name}
            detail={hasSeveral ? `${one.organisationName} · ${sayAbout(one)}` : sayAbout(one)}
            aside={sayActivated(one)}
            onPress={() => onOpen(one.memberId)}
          />
        ))}
      </List>
    </Card>
  );
}
