import { useState } from 'react';
import type { Output } from '../../contract/operations';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Confirm, Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/Notes';
import { Stack, Words } from '../../ui/Words';
import { ActivationCard } from './ActivationCard';
import { type Member, sayAbout, sayActivated } from './member';

export interface MemberCardProps {
  member: Member;
  /** The roster has changed. */
  onIssued: () => Promise<void>;
  onClose: () => void;
}

/** What can be done for one member: a fresh activation card; for an active one only after a second thought. */
export function MemberCard({ member, onIssued, onClose }: MemberCardProps) {
  const [isAsking, setAsking] = useState(false);
  const [card, setCard] = useState<Output<'roster.issueCard'>>();
  const { run, isBusy, error } = useAction('roster.issueCard');
  const issue = async () => {
    const issued = await run({ memberId: member.memberId });
    if (!issued) return;
    setAsking(false);
    setCard(issued);
    void onIssued();
  };
  if (card) return <ActivationCard card={card} onClose={onClose} />;
  if (isAsking) {
    return (
      <Confirm
        title={`给${member.name}重发激活卡？`}
        sentence="原来的登录、微信对应和口令马上停用，本人会收到通知。新卡激活以后才能再用"
        confirmWords="重发"
        isDangerous
        isBusy={isBusy}
        error={error?.message}
        onConfirm={issue}
        onCancel={() => setAsking(false)}
      />
    );
  }
  return (
    <Dialog title={member.name} onClose={onClose}>
      <Words tone="quiet">{sayAbout(member)}</Words>
      <Words tone="quiet">
        登录名 {member.loginName} · {sayActivated(member)}
      </Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack>
        {member.mayIssueCard && (
          <Button isBusy={isBusy} onPress={member.activated ? () => setAsking(true) : issue}>
            {member.activated ? '重发激活卡' : '发激活卡'}
          </Button>
        )}
        <Button kind="secondary" onPress={onClose}>
          关上
        </Button>
      </Stack>
    </Dialog>
  );
}
