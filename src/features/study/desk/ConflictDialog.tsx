import { useState } from 'react';
import { copyText } from '../../../platform/copyText';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Stack, Words } from '../../../ui/Words';

export interface ConflictDialogProps {
  /** What the person has written. */
  text: string;
  onReadNewest: () => Promise<void>;
  onClose: () => void;
}

/** Two people edit one draft: the own text is kept, the newest is brought, nothing is written over. */
export function ConflictDialog({ text, onReadNewest, onClose }: ConflictDialogProps) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <Dialog title="别的同志刚改过这一篇" onClose={onClose}>
      <Words>
        您写的没有丢，还在这台设备上。读取最新的内容以后，您写的正文会放在旁边，可以把要改的补进去
      </Words>
      {copied !== undefined && (
        <Words tone={copied ? 'good' : 'warn'}>
          {copied ? '正文已复制' : '这台设备不让复制。读取以后，您写的会放在旁边'}
        </Words>
      )}
      <Stack>
        <Button onPress={onReadNewest}>读取最新的，我写的放旁边</Button>
        <Button kind="secondary" onPress={async () => setCopied(await copyText(text))}>
          复制我写的正文
        </Button>
        <Button kind="secondary" onPress={onClose}>
          先不
        </Button>
      </Stack>
    </Dialog>
  );
}
