import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { saveFile } from '../../../platform/saveFile';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';

/** A table to fill in, for who has no bank at hand. */
export function BankTemplate() {
  const [isWanted, setWanted] = useState(false);
  const template = useCloud('quiz.readBankTemplate', {}, { skip: !isWanted });
  const save = async () => {
    if (template.data && !(await saveFile(template.data))) announce('这台设备不让保存文件，请在电脑上下载');
  };
  if (!isWanted) {
    return (
      <Button kind="quiet" onPress={() => setWanted(true)}>
        手头没有题库？用空白模板
      </Button>
    );
  }
  return (
    <Loaded from={template} lines={1}>
      {({ name }) => (
        <Button kind="secondary" isInline onPress={() => void save()}>
          保存 {name}
        </Button>
      )}
    </Loaded>
  );
}
