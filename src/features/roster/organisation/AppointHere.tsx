import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { AppointMember } from '../member/AppointMember';
import { MemberPicker, type Picked } from './MemberPicker';
import { type Organisation, treeOf } from './organisationTree';

/** A post of this organisation: first who, then which and until when. Committee posts go to people of any branch. */
export function AppointHere({
  organisation,
  organisations,
  onDone,
  onClose,
}: {
  organisation: Organisation;
  organisations: readonly Organisation[];
  onDone: () => void;
  onClose: () => void;
}) {
  const [picked, setPicked] = useState<Picked>();
  if (picked) {
    return (
      <AppointMember
        memberId={picked.memberId}
        name={picked.name}
        organisations={organisations.map((one) =>
          one.id === organisation.id ? one : { ...one, mayAppoint: [] },
        )}
        onDone={onDone}
        onClose={onClose}
      />
    );
  }
  // A group's leader is a member of its branch, a branch's officer now and then of another: look as far as one sees.
  const widest = treeOf(organisations)[0]?.organisation.id ?? organisation.id;
  return (
    <Dialog title={`${organisation.name}任职`} onClose={onClose}>
      <MemberPicker
        label="谁来任职"
        organisationId={widest}
        picked={undefined}
        error={undefined}
        onPick={setPicked}
      />
      <Button kind="secondary" onPress={onClose}>
        先不
      </Button>
    </Dialog>
  );
}
