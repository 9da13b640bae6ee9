import { useState } from 'react';
import { announce } from '../../platform/announce';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { sendOrQueue, type Waiting } from '../../platform/queue';
import { useWaiting } from '../../platform/useWaiting';
import { changeKept } from './keptPieces';
import type { Piece } from './piece';

/** What a reader may keep with a piece. */
interface Own {
  bookmarked: boolean;
  note: string;
}

export interface OwnMarks extends Own {
  /** Kept on this device until there is a network. */
  isWaiting: boolean;
  isBusy: boolean;
  /** Why the cloud refused. */
  error: CloudError | undefined;
  /** 收藏, or takes it off. */
  bookmark(bookmarked: boolean): Promise<void>;
  /** 记一句; an empty text takes the note away. Resolves with false when it was refused: keep the text. */
  write(note: string): Promise<boolean>;
}

interface OwnOptions {
  /** The cloud has it: the screen's data may be put right. */
  onDone(change: Partial<Own>): void;
  /** Asks the cloud again, after something was sent without the screen. */
  reload(): Promise<void>;
}

/** The reader's own bookmark and note on a piece, for nobody else; they show at once and wait in the phone's queue without network. */
export function useOwnMarks(piece: Piece | undefined, { onDone, reload }: OwnOptions): OwnMarks {
  const [sending, setSending] = useState<Partial<Own>>();
  const [refusal, setRefusal] = useState<{ pieceId: string; error: CloudError }>();
  const waiting = useWaiting((line) => wishesFor(line, piece?.id), {
    isPaused: sending !== undefined,
    onSent: reload,
  });
  const wishes: Partial<Own> = Object.assign({}, ...waiting, sending);

  const send = async (change: Partial<Own>, run: () => ReturnType<typeof sendChange>): Promise<boolean> => {
    if (!piece || sending !== undefined) return false;
    setSending(change);
    setRefusal(undefined);
    try {
      const { status } = await run();
      if (status === 'done') onDone(change);
      changeKept(piece.id, change);
      return true;
    } catch (failure) {
      setRefusal({ pieceId: piece.id, error: asCloudError(failure) });
      return false;
    } finally {
      setSending(undefined);
    }
  };

  return {
    bookmarked: wishes.bookmarked ?? piece?.bookmarked ?? false,
    note: wishes.note ?? piece?.note ?? '',
    isWaiting: sending === undefined && waiting.length > 0,
    isBusy: sending !== undefined,
    error: refusal && refusal.pieceId === piece?.id ? refusal.error : undefined,
    bookmark: async (bookmarked) => {
      if (await send({ bookmarked }, () => sendChange(piece?.id ?? '', { bookmarked })))
        announce(bookmarked ? '收藏了' : '不再收藏');
    },
    write: async (note) => {
      const text = note.trim();
      const isKept = await send({ note: text }, () => sendChange(piece?.id ?? '', { note: text }));
      if (isKept) announce(text ? '记下了' : '这一句去掉了');
      return isKept;
    },
  };
}

function sendChange(
  pieceId: string,
  { bookmarked, note }: Partial<Own>,
): Promise<{ status: 'done' | 'waiting' }> {
  return bookmarked === undefined
    ? sendOrQueue('study.saveNote', { pieceId, text: note ?? '' })
    : sendOrQueue('study.bookmark', { pieceId, bookmarked });
}

/** What still waits for one piece, in order. */
function wishesFor(line: Waiting[], pieceId: string | undefined): Partial<Own>[] {
  return line.flatMap((one): Partial<Own>[] => {
    if (one.name === 'study.bookmark' && one.input.pieceId === pieceId)
      return [{ bookmarked: one.input.bookmarked }];
    if (one.name === 'study.saveNote' && one.input.pieceId === pieceId) return [{ note: one.input.text }];
    return [];
  });
}
