import { type Selectable, sql } from 'kysely';
import { mediaOf } from '../../src/domain/study/blocks';
import { publishInstant } from '../../src/domain/study/publishing';
import { textLength } from '../../src/domain/study/textLength';
import type { PieceRow, StoredBlock, StoredCheck, StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import { keepMedia } from './pieceMediaRepository';
import { indexPiece } from './searchIndexRepository';

export type PieceState = Selectable<PieceRow>['state'];

/** What a piece says. */
export interface PieceContent {
  kind: PieceRow['kind'];
  title: string;
  topic: string;
  blocks: readonly StoredBlock[];
  source: StoredSource | null;
  checks: readonly StoredCheck[];
}

export interface NewPiece extends PieceContent {
  id: string;
  organisationId: string;
  authorId: string;
  /** Made-up content of the demo bureau. */
  demo: boolean;
  /** When it was written last. */
  updatedAt: Date;
}

/** The second person's approval, and the day on which the piece is published; null: approved and waiting for a day. */
export interface Approval {
  reviewerId: string;
  reviewedAt: Date;
  publishOn: string | null;
}

/**
 * Adds a piece: a draft, or with `approval` one that the second person has approved (the demo bureau is filled so).
 * Its length and its instant of publishing follow from the text and the day. The database refuses an approval by the
 * author, and a second piece of the organisation on the same day.
 */
export async function insertPiece(
  trx: Transaction,
  tenantId: string,
  piece: NewPiece,
  approval: Approval | null = null,
): Promise<void> {
  await trx
    .insertInto('piece')
    .values({
      tenant_id: tenantId,
      id: piece.id,
      organisation_id: piece.organisationId,
      author_id: piece.authorId,
      state: approval ? 'approved' : 'draft',
      demo: piece.demo,
      updated_at: piece.updatedAt,
      ...contentColumns(piece),
      ...(approval ? { reviewer_id: approval.reviewerId, reviewed_at: approval.reviewedAt } : {}),
      ...(approval ? dayColumns(approval.publishOn) : {}),
    })
    .execute();
  if (mediaOf(piece.blocks).length > 0) await keepMedia(trx, tenantId, piece.id, piece.blocks);
  if (approval) await indexPiece(trx, tenantId, piece.id);
}

/** What becomes of a piece; absent fields stay. */
export interface PieceChange {
  state?: PieceState;
  content?: PieceContent;
  /** Who wrote the new content. */
  editorId?: string;
  review?: { reviewerId: string; reviewedAt: Date };
  note?: string | null;
  /** A day, or null for none. */
  publishOn?: string | null;
  /** The change of a law for which it waits to be checked, or null. */
  lawChangeId?: string | null;
}

/**
 * Changes a piece in the version that was seen and counts the version up; null when it has another version by now.
 * What is found by searching changes with it.
 * Throws the database's unique violation when the organisation has a piece on that day.
 */
export async function changePiece(
  trx: Transaction,
  seen: { tenantId: string; pieceId: string; version: number },
  change: PieceChange,
  now: Date,
): Promise<{ pieceId: string; version: number; state: PieceState } | null> {
  const { state, content, editorId, review, note, publishOn, lawChangeId } = change;
  const row = await trx
    .updateTable('piece')
    .set((piece) => ({
      version: piece('version', '+', 1),
      updated_at: now,
      ...(state ? { state } : {}),
      ...(content ? contentColumns(content) : {}),
      ...(editorId
        ? {
            editor_ids: sql<
              string[]
            >`array(select distinct unnest(editor_ids || ${editorId}::uuid) except select author_id)`,
          }
        : {}),
      ...(review ? { reviewer_id: review.reviewerId, reviewed_at: review.reviewedAt } : {}),
      ...(note !== undefined ? { note } : {}),
      ...(publishOn !== undefined ? dayColumns(publishOn) : {}),
      ...(lawChangeId !== undefined ? { law_change_id: lawChangeId } : {}),
    }))
    .where('tenant_id', '=', seen.tenantId)
    .where('id', '=', seen.pieceId)
    .where('version', '=', seen.version)
    .returning(['id', 'version', 'state'])
    .executeTakeFirst();
  if (row && content) await keepMedia(trx, seen.tenantId, seen.pieceId, content.blocks);
  if (row && (state || content)) await indexPiece(trx, seen.tenantId, seen.pieceId);
  return row ? { pieceId: row.id, version: row.version, state: row.state } : null;
}

function contentColumns({ kind, title, topic, blocks, source, checks }: PieceContent) {
  return {
    kind,
    title,
    topic,
    blocks: JSON.stringify(blocks),
    length: textLength(blocks),
    source: source ? JSON.stringify(source) : null,
    checks: JSON.stringify(checks),
  };
}

function dayColumns(publishOn: string | null) {
  return { publish_on: publishOn, publish_at: publishOn ? publishInstant(publishOn) : null };
}
