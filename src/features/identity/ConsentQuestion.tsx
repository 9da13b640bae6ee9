import { adoptMe, type Me } from '../../platform/session';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';

/** What somebody has answered so far, in words. */
const answers = new Map([
  [true, '您现在的选择：同意。随时可以改'],
  [false, '您现在的选择：不同意。随时可以改'],
]);

/** The separate consent to the use of membership data (PIPL art. 29); no closes nothing that a meeting needs. */
export function ConsentQuestion({ me, onAnswered }: { me: Me; onAnswered: () => void }) {
  const consent = useAction('identity.consent');
  const answer = async (agreed: boolean) => {
    const recorded = await consent.run({ agreed });
    if (!recorded) return;
    adoptMe({ ...me, consent: recorded.agreed });
    onAnswered();
  };
  const current = me.consent === null ? undefined : answers.get(me.consent);
  return (
    <>
      <Card title="这是您吗">
        <List label="您的信息">
          <ListRow title="姓名" aside={me.name} />
          <ListRow title="支部" aside={me.branch?.name ?? '不在支部里'} />
        </List>
        <Words tone="small">不对的话请告诉书记，由书记改</Words>
      </Card>
      <Card title="单独问您一件事">
        <Words>为了点名，需要用到您的姓名和支部。不同意也不影响参会，书记可以替您点名。</Words>
        <Words tone="quiet">党员身份和到会情况按敏感个人信息保管，只给本支部和有职责的同志看。</Words>
        {current && <Words tone="quiet">{current}</Words>}
        {consent.error && <ErrorState sentence={consent.error.message} requestId={consent.error.requestId} />}
        <Button isBusy={consent.isBusy} onPress={() => void answer(true)}>
          同意
        </Button>
        <Button kind="secondary" isBusy={consent.isBusy} onPress={() => void answer(false)}>
          不同意
        </Button>
      </Card>
    </>
  );
}
