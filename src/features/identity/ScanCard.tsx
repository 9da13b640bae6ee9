import { useState } from 'react';
import { readActivationCode } from '../../domain/identity/activationCode';
import { goTo } from '../../platform/routes';
import { scanCode } from '../../platform/scan';
import { Button } from '../../ui/Button';
import { Words } from '../../ui/Words';

/** 扫激活卡: the picture on the paper card carries the same code as its letters; the code is shown before it is used. */
export function ScanCard({ kind }: { kind: 'primary' | 'secondary' }) {
  const [isOther, setIsOther] = useState(false);
  const scan = async () => {
    const text = await scanCode();
    if (text === null) return;
    const code = readActivationCode(text);
    setIsOther(code === null);
    if (code) goTo('activate', { code });
  };
  return (
    <>
      <Button kind={kind} onPress={() => void scan()}>
        扫激活卡
      </Button>
      {isOther && <Words tone="warn">扫到的不是激活卡。请扫卡上印的图案，或者输入激活码</Words>}
    </>
  );
}
