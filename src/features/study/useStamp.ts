import { useState } from 'react';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { isWaitingForNetwork, sendOrQueue, type Waiting } from '../../platform/queue';
import { useWaiting } from '../../platform/useWaiting';
import { changeKept } from './keptPieces';
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
      if (stamped)
        announce(sent.status === 'done' ? stampWords(piece) : sayWaiting(isWaitingForNetwork.get()));
      if (sent.status === 'done') {
        changeKept(piece.id, { stamped });
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

/** What the stamp on a piece says: 今日已学 only on the piece of the day. */
export function stampWords({ publishOn }: Pick<Piece, 'publishOn'>): string {
  return publishOn === today() ? '今日已学' : '已学';
}

/** What has become of a stamp that could not be sent (design.md "Words"). */
export function sayWaiting(forNetwork: boolean): string {
  return forNetwork
    ? '现在没有网络。您学完的已存在手机里，连上网会自动补上'
    : '服务暂时不通。您学完的已存在手机里，通了会自动补上';
}

/** The stamps (true) and their withdrawals (false) of one piece that still wait, in order. */
function wishesFor(line: Waiting[], pieceId: string | undefined): boolean[] {
  return line.flatMap(({ name, input }) =>
    (name === 'study.mark' || name === 'study.unmark') && input.pieceId === pieceId
      ? [name === 'study.mark']
      : [],
  );
}
