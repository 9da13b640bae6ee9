import { sayDate } from '../../../domain/calendar/sayDate';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Words } from '../../../ui/Words';
import { kindWords, type Member, statusWords } from '../member';

/** Name, kind, and the few things that the roster keeps; a mobile number is masked. */
export function MemberHead({ member, onEdit }: { member: Member; onEdit: (() => void) | undefined }) {
  const place = member.belongings.find(({ kind, to }) => kind === 'formal' && to === null);
  const facts = [
    place?.organisationName,
    member.status !== 'active' && statusWords[member.status],
    member.leavesOn && `${sayDate(member.leavesOn)}起不在本单位名册`,
    member.mobileMasked && `手机 ${member.mobileMasked}`,
    member.joinedOn && `入党 ${sayDate(member.joinedOn)}`,
    member.fullSince && `转正 ${sayDate(member.fullSince)}`,
    member.leadingCadre && '领导干部',
  ].filter(Boolean);
  return (
    <Card title={member.name} aside={kindWords[member.kind]}>
      <Words tone="quiet">{facts.join(' · ')}</Words>
      {onEdit && (
        <Button kind="secondary" isInline onPress={onEdit}>
          改资料
        </Button>
      )}
    </Card>
  );
}
