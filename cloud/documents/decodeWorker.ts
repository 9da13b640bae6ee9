import { parentPort, workerData } from 'node:worker_threads';
import { decodeTable } from './decodeTable';
import { decodeText } from './decodeText';
import { packWorkbook } from './packedWorkbook';
import { attempt } from './reading';
import { withinTextLimits } from './textLimits';

/** What the thread is told to do; it answers once with a `Reading` and ends; a workbook comes packed. */
export interface DecodeOrder {
  decode: 'text' | 'table';
  content: Uint8Array;
  name: string;
}

async function obey({ decode, content, name }: DecodeOrder): Promise<void> {
  const reading = await attempt<unknown>(async () =>
    decode === 'text'
      ? withinTextLimits(await decodeText(content, name))
      : packWorkbook(await decodeTable(content, name)),
  );
  parentPort?.postMessage(reading);
}

obey(workerData as DecodeOrder);
