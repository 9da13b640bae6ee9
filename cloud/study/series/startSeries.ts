import { AppError } from '../../appError';
import type { Reading } from '../../documents/reading';
import { readText } from '../../documents/readText';
import type { Paragraph, TextDocument } from '../../documents/textDocument';
import { claimOwnFile, readWholeFile, spendFile } from '../../file/wholeFile';
import { memberUseCase } from '../../operation';
import { hatFor, whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { cutSeriesText, keepable } from './cutSeriesText';
import { insertSeries } from './seriesRepository';

/**
 * Begins a series for an organisation: from pasted text (its first part; `study.appendSeries` adds the rest) or from an
 * uploaded .txt, .md or .docx, which is gone once it has been read. The text is cut at once. Refused besides what the
 * reader of files refuses: `bad_input` (neither or both of text and file), `text_too_long`, `text_empty`.
 */
export const startSeries = memberUseCase('study.startSeries')({
  policy: whoeverMay('study.write'),
  prepare: async (ports, { fileId }, actor): Promise<Reading<TextDocument> | null> => {
    if (fileId === undefined) return null;
    const content = await readWholeFile(ports, actor, fileId, 'text');
    if (!content) return null;
    // The extension is in the row that only the transaction sees; the three kinds differ in their first bytes.
    return readText(content, nameFor(content));
  },
  subject: async (context, { organisationId, fileId }) => {
    const { trx, actor } = context;
    const place = await findPlace(trx, actor.tenantId, organisationId);
    if (!place) return null;
    if (fileId === undefined) return { place };
    const file = await claimOwnFile(context, fileId, 'text');
    return file && { place };
  },
  subjectPolicy: (actor, { place }) => hatFor(actor, 'study.write', place),
  run: async (context, { text, fileId, organisationId, title, kind, topic, source }, _subject, reading) => {
    if ((text === undefined) === (fileId === undefined)) throw new AppError('bad_input', 'text');
    const { trx, actor, now, newId, demo } = context;
    if (reading && !reading.ok) throw new AppError(reading.refusal);
    if (fileId !== undefined && !reading) throw new AppError('file_not_uploaded');
    const whole = keepable(text ?? (reading ? textOf(reading.document) : ''));
    const cuts = cutSeriesText(whole);
    const seriesId = newId();
    await insertSeries(
      trx,
      actor.tenantId,
      {
        id: seriesId,
        organisationId,
        authorId: actor.memberId,
        title,
        kind,
        topic,
        source,
        text: whole,
        cuts,
        demo,
      },
      now,
    );
    if (fileId !== undefined) await spendFile(context, fileId);
    return { seriesId, version: 1, state: 'draft' as const, pieceCount: cuts.length };
  },
  auditSubject: (_input, { seriesId }) => ({ kind: 'series', id: seriesId }),
});

/** A .docx is a zip; plain text and Markdown are cut alike. */
function nameFor(content: Uint8Array): string {
  return content[0] === 0x50 && content[1] === 0x4b ? 'text.docx' : 'text.md';
}

/** The paragraphs as one text, headings marked as in Markdown, numbers that Word draws written out. */
function textOf({ paragraphs }: TextDocument): string {
  return paragraphs.map(lineOf).join('\n\n');
}

function lineOf({ text, heading, numbering }: Paragraph): string {
  const words = numbering ? `${numbering} ${text}` : text;
  return heading === null ? words : `${'#'.repeat(Math.min(heading, 6))} ${words.replace(/\s+/g, ' ')}`;
}
