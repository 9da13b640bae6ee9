import { AppError } from '../../appError';
import { claimOwnFile, readWholeFile, spendFile } from '../../file/wholeFile';
import { memberUseCase } from '../../operation';
import { hatFor, whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { takeOver } from '../takeOver';
import { decodePack, type PackReading } from './decodePack';

/**
 * Takes chosen pieces of the actor's own uploaded pack over for an organisation (`takeOver`); the file is gone then.
 * Refused besides what `decodePack` refuses: `bad_input` (a position that the pack does not have, or one twice).
 */
export const takePack = memberUseCase('study.takePack')({
  policy: whoeverMay('study.write'),
  prepare: async (ports, { fileId }, actor): Promise<PackReading | null> => {
    const content = await readWholeFile(ports, actor, fileId, 'pack');
    return content && decodePack(content);
  },
  subject: async (context, { organisationId, fileId }) => {
    const place = await findPlace(context.trx, context.actor.tenantId, organisationId);
    const file = place && (await claimOwnFile(context, fileId, 'pack'));
    return file ? place : null;
  },
  subjectPolicy: (actor, place) => hatFor(actor, 'study.write', place),
  run: async (context, { fileId, chosen }, place, reading) => {
    if (!reading) throw new AppError('file_not_uploaded');
    if (!reading.ok) throw new AppError(reading.refusal);
    const { pieces } = reading.pack;
    const positions = [...new Set(chosen)].sort((a, b) => a - b);
    const contents = positions.flatMap((position) => pieces[position] ?? []);
    if (contents.length !== chosen.length) throw new AppError('bad_input', 'chosen');
    const taken = await takeOver(
      context,
      place,
      contents.map(({ title, kind, topic, blocks, source, checks }) => ({
        ...{ title, kind, topic, blocks, checks },
        source: { ...source, checkedOn: null },
      })),
      '内容包',
    );
    await spendFile(context, fileId);
    return taken;
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
