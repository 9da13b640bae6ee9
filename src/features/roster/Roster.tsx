import { useState } from 'react';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { Stack } from '../../ui/Words';
import { JoinMember } from './member/JoinMember';
import { optionsOf, treeOf } from './organisation/organisationTree';
import { RosterPeople, type Shown } from './RosterPeople';

/** 名册: one organisation with all under it, as far as the reader sees them; from a file, by hand, and the tree itself. */
export function Roster({ show }: { show?: Shown }) {
  const me = useMe();
  const [chosen, setChosen] = useState<string>();
  const [isJoining, setJoining] = useState(false);
  const [joined, setJoined] = useState(0);
  const list = useCloud('roster.organisations', {});
  return (
    <Loaded from={list} lines={8}>
      {({ organisations }) => {
        const tree = treeOf(organisations);
        const [first] = tree;
        if (!first) return <EmptyState sentence="名册由书记、组织委员这样的同志使用。需要时请联系您的书记" />;
        const own = tree.find(({ organisation }) => organisation.id === me?.branch?.id);
        // Whoever answers for several begins with all of them, a branch's people with their branch.
        const start = first.hasBelow ? first : (own ?? first);
        const current = tree.find(({ organisation }) => organisation.id === chosen) ?? start;
        const mayEnrol = organisations.some((one) => one.mayEnrol);
        return (
          <>
            {tree.length > 1 && (
              <SelectField
                label="哪个组织"
                options={optionsOf(tree)}
                value={current.organisation.id}
                onChange={setChosen}
              />
            )}
            <Stack isRow>
              {mayEnrol && (
                <Button kind="secondary" isInline onPress={() => goTo('deskRosterImport')}>
                  从文件导入
                </Button>
              )}
              {mayEnrol && (
                <Button
                  kind="secondary"
                  isInline
                  onPress={() => goTo('deskRosterImport', { purpose: 'check' })}
                >
                  每月核对
                </Button>
              )}
              {mayEnrol && (
                <Button kind="secondary" isInline onPress={() => setJoining(true)}>
                  添一位同志
                </Button>
              )}
              <Button kind="secondary" isInline onPress={() => goTo('deskOrganisations')}>
                组织和任职
              </Button>
            </Stack>
            <RosterPeople
              key={`${current.organisation.id} ${joined}`}
              organisation={current.organisation}
              hasBelow={current.hasBelow}
              show={show}
              organisations={organisations}
            />
            {isJoining && (
              <JoinMember
                organisations={organisations.filter((one) => one.mayEnrol)}
                preferred={current.organisation.id}
                onJoined={() => setJoined((count) => count + 1)}
                onClose={() => setJoining(false)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
