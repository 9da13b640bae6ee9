import { useState } from 'react';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { TextField } from '../../../ui/TextField';
import { Stack, Words } from '../../../ui/Words';

export interface Picked {
  memberId: string;
  name: string;
}

/** As many names as one looks through; more are found by writing more of the name. */
const shownAtMost = 8;

/** Somebody of an organisation or of what stands below it, found by name. */
export function MemberPicker({
  label,
  organisationId,
  picked,
  error,
  onPick,
}: {
  label: string;
  organisationId: string;
  picked: Picked | undefined;
  error: string | undefined;
  onPick: (picked: Picked | undefined) => void;
}) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const found = useCloud('roster.people', { organisationId, below: true, name }, { skip: name === '' });
  if (picked) {
    return (
      <Stack isRow>
        <Words>
          {label}：{picked.name}
        </Words>
        <Button kind="quiet" onPress={() => onPick(undefined)}>
          换一位
        </Button>
      </Stack>
    );
  }
  return (
    <>
      <TextField
        label={label}
        hint="写姓名来找"
        value={typed}
        maxLength={40}
        error={error}
        onChange={setTyped}
      />
      {name !== '' && (
        <Loaded from={found} lines={2}>
          {({ people }) =>
            people.length === 0 ? (
              <Words tone="quiet">没有找到这个名字</Words>
            ) : (
              <List label="找到的同志">
                {people.slice(0, shownAtMost).map((one) => (
                  <ListRow
                    key={one.memberId}
                    title={one.name}
                    detail={one.organisationName}
                    onPress={() => onPick({ memberId: one.memberId, name: one.name })}
                  />
                ))}
              </List>
            )
          }
        </Loaded>
      )}
    </>
  );
}
