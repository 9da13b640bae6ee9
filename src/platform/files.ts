import { errorTable } from '../contract/errors';
import type { Output } from '../contract/operations';
import { type FilePurpose, judgeAnnounced } from '../domain/file/fileKinds';
import { callCloud } from './callCloud';
import type { ChosenFile } from './chooseFile';
import { asCloudError, CloudError } from './cloudError';
import { newMutationId } from './newMutationId';
import { sendContent } from './sendContent';

/** What has arrived, as `file.finish` describes it. */
export type UploadedFile = Output<'file.finish'>;

/** A lost connection in a hall comes back within seconds; after three tries the person decides. */
const pausesMs = [1_000, 4_000];

/**
 * Brings a chosen file to the cloud: `file.begin`, the content, `file.finish`. A connection that breaks is tried again
 * three times; nothing is announced or finished twice. `onProgress` is told the part that has left, 0 to 1, where the
 * platform knows. Rejects with a `CloudError`; what is too large or of another kind is refused before a byte travels.
 */
export async function uploadFile(
  chosen: ChosenFile,
  purpose: FilePurpose,
  onProgress: (part: number) => void = () => undefined,
): Promise<UploadedFile> {
  const judged = judgeAnnounced(purpose, chosen.name, chosen.size);
  if (judged === 'tooLarge') throw refusalOf('file_too_large');
  if (judged === 'kindRefused' || chosen.size === 0) throw refusalOf('file_kind_refused');
  const names = { begin: newMutationId(), finish: newMutationId() };
  return patiently(async () => {
    const { name, size } = chosen;
    const begun = await callCloud('file.begin', { purpose, name, size }, { mutationId: names.begin });
    try {
      await sendContent(chosen, begun, onProgress);
      return await callCloud('file.finish', { fileId: begun.fileId }, { mutationId: names.finish });
    } catch (error) {
      // The ticket has ended on the way (ten minutes): the next try announces anew.
      if (asCloudError(error).code === 'file_ticket_invalid') names.begin = newMutationId();
      throw error;
    }
  });
}

async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run();
    } catch (failure) {
      const error = asCloudError(failure);
      const mayHelp =
        error.retryable || error.code === 'file_not_uploaded' || error.code === 'file_ticket_invalid';
      const pause = pausesMs[attempt];
      if (!mayHelp || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function refusalOf(code: 'file_too_large' | 'file_kind_refused'): CloudError {
  return new CloudError(code, errorTable[code].sentence);
}
