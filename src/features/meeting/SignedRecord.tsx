import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';
import type { Roll } from './meeting';

/** The signed record, to be read only. */
export function SignedRecord({ roll: { minutes, signedByName } }: { roll: Roll }) {
  return (
    <Card title="会议记录" aside={signedByName ? `${signedByName} 签定` : '已签定'}>
      <Words>{minutes ?? ''}</Words>
      <Words tone="small">签定以后，记录和名单都不再改动</Words>
    </Card>
  );
}
