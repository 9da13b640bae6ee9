import { useState } from 'react';
import { Button } from '../../ui/Button';
import { CodePanel } from './CodePanel';
import type { Roll } from './meeting';
import { Projector } from './Projector';
import { useSignInCode } from './useSignInCode';

/** Sign-in is open: the digits here, or over the whole window for a projector. */
export function OpenSignIn({ roll }: { roll: Roll }) {
  const [isProjected, setProjected] = useState(false);
  const shown = useSignInCode(roll.meeting.id);
  return (
    <>
      <CodePanel roll={roll} shown={shown} isProjected={false}>
        <Button kind="secondary" isInline onPress={() => setProjected(true)}>
          投屏
        </Button>
      </CodePanel>
      {isProjected && <Projector roll={roll} shown={shown} onClose={() => setProjected(false)} />}
    </>
  );
}
