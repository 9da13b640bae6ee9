import { type ReactNode, useState } from 'react';
import type { FilePurpose } from '../domain/file/fileKinds';
import { type ChosenFile, chooseFile } from '../platform/chooseFile';
import { asCloudError, type CloudError } from '../platform/cloudError';
import { type UploadedFile, uploadFile } from '../platform/files';
import { Block } from './Block';
import { Button } from './Button';
import { ErrorState } from './Notes';
import './FilePick.scss';

export interface FilePickProps {
  purpose: FilePurpose;
  /** It has arrived. `name` as it is called on the device; `chosen` to send it once more. */
  onUploaded: (file: UploadedFile & { name: string }, chosen: ChosenFile) => void;
  kind?: 'primary' | 'secondary' | 'quiet';
  isDisabled?: boolean;
  /** A verb: 选名册文件. */
  children: ReactNode;
}

/** A button that lets a person choose a file and brings it to the cloud: how far it is, and what to do when it fails. */
export function FilePick({ purpose, onUploaded, kind = 'secondary', isDisabled, children }: FilePickProps) {
  const [sending, setSending] = useState<{ file: ChosenFile; part: number }>();
  const [failure, setFailure] = useState<{ file: ChosenFile; error: CloudError }>();

  const send = async (file: ChosenFile) => {
    setFailure(undefined);
    setSending({ file, part: 0 });
    try {
      const uploaded = await uploadFile(file, purpose, (part) => setSending({ file, part }));
      onUploaded({ ...uploaded, name: file.name }, file);
    } catch (problem) {
      setFailure({ file, error: asCloudError(problem) });
    } finally {
      setSending(undefined);
    }
  };
  const choose = async () => {
    const file = await chooseFile(purpose);
    if (file) await send(file);
  };

  const mayRepeat = failure && (failure.error.retryable || failure.error.code === 'file_not_uploaded');
  return (
    <Block className="ui-file-pick">
      <Button kind={kind} isInline isBusy={sending !== undefined} isDisabled={isDisabled} onPress={choose}>
        {children}
      </Button>
      <Block role="status" className="ui-file-pick-state">
        {sending && `正在上传 ${sending.file.name}${sayPart(sending.part)}`}
      </Block>
      {failure && (
        <ErrorState
          sentence={failure.error.message}
          requestId={failure.error.requestId}
          onRetry={mayRepeat ? () => send(failure.file) : undefined}
        />
      )}
    </Block>
  );
}

/** Only once something has left: some platforms do not say how much. */
function sayPart(part: number): string {
  return part > 0 ? `，已传 ${Math.round(part * 100)}%` : '';
}
