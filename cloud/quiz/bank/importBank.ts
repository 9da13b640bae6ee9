import { previewLines } from '../../../src/domain/quiz/bank/bankLines';
import { AppError } from '../../appError';
import { claimOwnFile, readWholeFile, spendFile } from '../../file/wholeFile';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { type BankReading, readBankFiles } from '../readBankFiles';
import { importReply } from './importReply';
import { insertImport } from './importRepository';
import { insertLines } from './lineRepository';
import { withTwins } from './twinsOf';

/** Time enough to have somebody ask the author of the file about what is not clear. */
const PREVIEW_MS = 30 * 86_400_000;
/** Six times the largest of the real banks; more is a wrong file. */
const MOST_LINES = 20_000;

/**
 * Reads the uploaded files as one bank and keeps the result line by line; of the bank nothing is written. The files go
 * in the same transaction. Refused besides what the readers of files refuse: `bank_without_questions`,
 * `document_too_large` (more than 20,000 questions).
 */
export const importBank = memberUseCase('quiz.importBank')({
  policy: whoeverMay('quiz.keep'),
  prepare: async (ports, { files }, actor): Promise<BankReading | null> => {
    const contents: { name: string; content: Buffer }[] = [];
    for (const { fileId, name } of files) {
      const content = await readWholeFile(ports, actor, fileId, 'import');
      if (!content) return null;
      contents.push({ name, content });
    }
    return readBankFiles(contents);
  },
  subject: async (context, { organisationId, files }) => {
    for (const { fileId, name } of files) {
      const file = await claimOwnFile(context, fileId, 'import');
      // Its extension has decided how it was read.
      if (file?.name !== name) return null;
    }
    const place = await findPlace(context.trx, context.actor.tenantId, organisationId);
    return place;
  },
  subjectPolicy: (actor, place) => keepHat(actor, place),
  run: async (context, { files, topic }, place, reading) => {
    const { trx, actor, now, newId } = context;
    if (!reading) throw new AppError('file_not_uploaded');
    if (!reading.ok) throw new AppError(reading.refusal);
    const lines = previewLines(reading.bank, topic);
    if (lines.length === 0) throw new AppError('bank_without_questions');
    if (lines.length > MOST_LINES) throw new AppError('document_too_large');
    for (const { fileId } of files) await spendFile(context, fileId);
    const made = {
      id: newId(),
      organisationId: place.organisationId,
      topic,
      createdAt: now,
      endsAt: new Date(now.getTime() + PREVIEW_MS),
      files: reading.bank.evidence.map(({ file, sentence }) => ({ name: file, evidence: sentence })),
      counts: { essays: reading.bank.essays, read: lines.length, added: 0, already: 0 },
    };
    await insertImport(trx, actor, made);
    const kept = await withTwins(context, place, lines);
    await insertLines(trx, { tenantId: actor.tenantId, importId: made.id }, kept);
    return importReply(context, {
      ...made,
      version: 1,
      state: 'preview',
      organisationPath: place.organisationPath,
      organisationName: place.name,
    });
  },
  auditSubject: (_input, { importId }) => ({ kind: 'bankImport', id: importId }),
});
