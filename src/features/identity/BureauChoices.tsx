import type { Output } from '../../contract/operations';
import { useAction } from '../../platform/useAction';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import type { Opened } from './comeIn';

export interface BureauChoicesProps {
  choices: Output<'identity.welcome'>['choices'];
  onOpened: (opened: Opened) => void;
}

/** Somebody known in several bureaus says which one this phone is for. */
export function BureauChoices({ choices, onOpened }: BureauChoicesProps) {
  const choose = useAction('identity.chooseBureau');
  const pick = async (tenantId: string) => {
    const opened = await choose.run({ tenantId });
    if (opened) onOpened(opened);
  };
  return (
    <Card title="请选单位">
      <Words tone="quiet">您在几个单位都有身份，先选这次用哪一个</Words>
      {choose.error && <ErrorState sentence={choose.error.message} requestId={choose.error.requestId} />}
      <List label="单位">
        {choices.map(({ tenantId, tenantName }) => (
          <ListRow key={tenantId} title={tenantName} onPress={() => void pick(tenantId)} />
        ))}
      </List>
    </Card>
  );
}
