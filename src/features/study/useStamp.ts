import { useState } from 'react';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { sendOrQueue, type Waiting } from '../../platform/queue';
import { useWaiting } from '../../platform/useWaiting';
import { restampKept } from './keptPieces';
import type { Piece } from './piece';

export interface Stamp {
  isStamped: boolean;
  /** Kept on this device until there is a network. */
  isWaiting: boolean;
  isBusy: boolean;
  /** Why the cloud refused. */
  error: CloudError | undefined;
  /** 我学完了. */
  mark(): Promise<void>;
  /** 点错了，撤回. */
  unmark(): Promise<void>;
}

interface StampOptions {
  /** The cloud has it: the screen's data may be put right. */
  onDone(stamped: boolean, stampedThisMonth: number): void;
  /** Asks the cloud again, after something was sent without the screen. */
  reload(): Promise<void>;
}

/**
 * The reader's own stamp on a piece (domain.md 7: voluntary, private). It shows at once; without network it waits in
 * the phone's queue and reaches the cloud once, because its key is member and piece.
 */
export function useStamp(piece: Piece | undefined, { onDone, reload }: StampOptions): Stamp {
  const [sending, setSending] = useState<boolean>();
  const [refusal, setRefusal] = useState<{ pieceId: string; error: CloudError }>();
  const waiting = useWaiting((line) => wishesFor(line, piece?.id), {
    isPaused: sending !== undefined,
    onSent: reload,
  });
  const wish = waiting.at(-1);

  const send = async (stamped: boolean) => {
    if (!piece || sending !== undefined) return;
    setSending(stamped);
    setRefusal(undefined);
    try {
      const sent = await sendOrQueue(stamped ? 'study.mark' : 'study.unmark', { pieceId: piece.id });
      if (sent.status === 'done') {
        restampKept(piece.id, stamped);
        onDone(stamped, sent.output.stampedThisMonth);
      }
    } catch (failure) {
      setRefusal({ pieceId: piece.id, error: asCloudError(failure) });
    } finally {
      setSending(undefined);
    }
  };

  return {
    isStamped: sending ?? wish ?? piece?.stamped ?? false,
    isWaiting: sending === undefined && wish !== undefined,
    isBusy: sending !== undefined,
    error: refusal && refusal.pieceId === piece?.id ? refusal.error : undefined,
    mark: () => send(true),
    unmark: () => send(false),
  };
}

/** The stamps (true) and their withdrawals (false) of one piece that still wait, in order. */
function wishesFor(line: Waiting[], pieceId: string | undefined): boolean[] {
  return line.flatMap(({ name, input }) =>
    (name === 'study.mark' || name === 'study.unmark') && input.pieceId === pieceId
      ? [name === 'study.mark']
      : [],
  );
}
