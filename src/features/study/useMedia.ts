import { useCallback, useEffect, useRef, useState } from 'react';
import { mediaOf, type PieceBlock } from '../../domain/study/blocks';
import { callCloud } from '../../platform/callCloud';
import { fileAddress } from '../../platform/fileAddress';
import { keptMedia } from '../../platform/mediaCopies';

/** A ticket lasts ten minutes (cloud/file/fileTicket); one a minute younger is asked anew. */
const freshMs = 9 * 60_000;

type Addresses = Record<string, string>;

/** Where the pictures and recordings of a piece can be read. */
export interface Media {
  urlOf(fileId: string): string | undefined;
  /** The address now, asked anew when its ticket may have ended. */
  freshUrl(fileId: string): Promise<string | undefined>;
  /** True while the address is good without asking. */
  isFresh(): boolean;
}

/**
 * Asks where the pictures and recordings of a piece can be read; pieces without any ask nothing. Without network those
 * kept on this device are named. `own` are files just uploaded, which no saved piece shows yet.
 */
export function useMedia(
  pieceId: string | undefined,
  blocks: readonly PieceBlock[],
  own: Addresses = {},
): Media {
  const [addresses, setAddresses] = useState<Addresses>({});
  const askedAt = useRef(0);
  const wanted = mediaOf(blocks)
    .map(({ fileId }) => fileId)
    .filter((fileId) => !own[fileId])
    .join();

  const ask = useCallback(async (): Promise<Addresses> => {
    const fileIds = wanted === '' ? [] : wanted.split(',');
    if (!pieceId || fileIds.length === 0) return {};
    const found = await addressesOf(pieceId, fileIds);
    askedAt.current = Date.now();
    setAddresses(found);
    return found;
  }, [pieceId, wanted]);
  useEffect(() => void ask(), [ask]);

  const isFresh = () => Date.now() - askedAt.current < freshMs;
  return {
    urlOf: (fileId) => own[fileId] ?? addresses[fileId],
    isFresh,
    freshUrl: async (fileId) => own[fileId] ?? (isFresh() ? addresses[fileId] : (await ask())[fileId]),
  };
}

async function addressesOf(pieceId: string, fileIds: readonly string[]): Promise<Addresses> {
  try {
    const { files } = await callCloud('study.media', { pieceId });
    const entries = files.map(
      async ({ fileId, ticket }) => [fileId, await fileAddress(fileId, ticket)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  } catch {
    const kept = fileIds.map((fileId) => [fileId, keptMedia(fileId)] as const);
    return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }
}
