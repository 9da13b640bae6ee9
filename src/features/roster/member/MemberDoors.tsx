import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { Stack, Words } from '../../../ui/Words';
import { ActivationCard } from '../ActivationCard';
import type { IssuedCard } from '../cardsOnPaper';
import { type Member, sayActivated } from '../member';

/** A person's doors: the login name, a fresh card, and the way to close them when a phone is lost. */
export function MemberDoors({ member, onChanged }: { member: Member; onChanged: () => void }) {
  const [asking, setAsking] = useState<'reissue' | 'unbind'>();
  const [card, setCard] = useState<IssuedCard>();
  const issuing = useAction('roster.issueCard');
  const unbinding = useAction('roster.unbind');
  const { memberId, name, activated } = member;
  const issue = async () => {
    const issued = await issuing.run({ memberId });
    if (!issued) return;
    setAsking(undefined);
    setCard(issued);
  };
  const unbind = async () => {
    if (!(await unbinding.run({ memberId }))) return;
    setAsking(undefined);
    announce(`${name}的登录都停了。发一张新卡，就能再用`);
    onChanged();
  };
  const closeCard = () => {
    setCard(undefined);
    onChanged();
  };
  return (
    <Card title="登录" aside={sayActivated(member)}>
      <Words tone="quiet">登录名 {member.loginName}</Words>
      {issuing.error && asking === undefined && (
        <ErrorState sentence={issuing.error.message} requestId={issuing.error.requestId} />
      )}
      {member.mayIssueCard && (
        <Stack isRow>
          <Button
            kind={activated ? 'secondary' : 'primary'}
            isInline
            isBusy={issuing.isBusy}
            onPress={activated ? () => setAsking('reissue') : () => void issue()}
          >
            {activated ? '重发激活卡' : '发激活卡'}
          </Button>
          {activated && (
            <Button kind="secondary" isInline onPress={() => setAsking('unbind')}>
              手机丢了，停用登录
            </Button>
          )}
        </Stack>
      )}
      {asking === 'reissue' && (
        <Confirm
          title={`给${name}重发激活卡？`}
          sentence="原来的登录、微信对应和口令马上停用，本人会收到通知。新卡激活以后才能再用"
          confirmWords="重发"
          isDangerous
          isBusy={issuing.isBusy}
          error={issuing.error?.message}
          onConfirm={() => void issue()}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'unbind' && (
        <Confirm
          title={`停用${name}的登录？`}
          sentence="微信对应、口令、登录着的设备和没用的卡马上停用，本人会收到通知。学习记录都还在，发一张新卡就能再用"
          confirmWords="停用"
          isDangerous
          isBusy={unbinding.isBusy}
          error={unbinding.error?.message}
          onConfirm={() => void unbind()}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {card && <ActivationCard card={card} onClose={closeCard} />}
    </Card>
  );
}
