import { textLength } from '../../../src/domain/study/textLength';
import { AppError } from '../../appError';
import { claimOwnFile, readWholeFile } from '../../file/wholeFile';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { markThere } from '../takeOver';
import { decodePack, type PackReading } from './decodePack';

/** Shows what is in the actor's own uploaded pack, and what of it the bureau has already. Refused as `decodePack` says. */
export const readPack = memberUseCase('study.readPack')({
  policy: whoeverMay('study.write'),
  prepare: async (ports, { fileId }, actor): Promise<PackReading | null> => {
    const content = await readWholeFile(ports, actor, fileId, 'pack');
    return content && decodePack(content);
  },
  subject: (context, { fileId }) => claimOwnFile(context, fileId, 'pack'),
  subjectPolicy: () => true,
  run: async (context, _input, _file, reading) => {
    if (!reading) throw new AppError('file_not_uploaded');
    if (!reading.ok) throw new AppError(reading.refusal);
    const { title, pieces } = reading.pack;
    const areThere = await markThere(context, pieces);
    return {
      title,
      pieces: pieces.map(({ title, topic, kind, blocks, source, pictures, recordings }, index) => ({
        ...{ title, topic, kind, pictures, recordings },
        length: textLength(blocks),
        sourceTitle: source.title,
        isThere: areThere[index] ?? false,
      })),
    };
  },
});
