import { beginFile } from '../../file/beginFile';
import { finishFile } from '../../file/finishFile';
import { putAway } from '../../file/takeIn';
import type { Ports } from '../../ports/ports';
import { applyImport } from '../../quiz/bank/applyImport';
import { importBank } from '../../quiz/bank/importBank';
import type { Transaction } from '../tenantTransaction';
import { unclearBank, waitingBank } from './content/waitingBank';
import { type DemoHand, handOf } from './demoContext';

/** The secretary whose shoes one steps into. */
const SECRETARY = 'd0000002';

/**
 * Questions of the demo member's branch on their way: one file that waits for a second person, and the preview of
 * another with what is not clear. Through the real use cases, from the upload on.
 */
export async function fillBank(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const { member_id: memberId } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('login_name', '=', SECRETARY)
    .executeTakeFirstOrThrow();
  const writer = await handOf(trx, ports, tenantId, memberId, ports.clock.now());
  const { importId, version } = await read(writer, '窗口服务常识（演示）.txt', waitingBank);
  await writer.does(applyImport, 'quiz.applyImport', { importId, version });
  await read(writer, '窗口补充题（演示）.txt', unclearBank);
}

async function read(writer: DemoHand, name: string, text: string) {
  const { ports, actor } = writer.context;
  const organisationId = actor.held.find((one) => one.post === 'secretary')?.organisationId;
  if (!organisationId) throw new Error('the demo secretary holds no branch');
  const content = Buffer.from(text);
  const purpose = 'import' as const;
  const { fileId } = await writer.does(beginFile, 'file.begin', { purpose, name, size: content.length });
  await putAway(ports, actor.tenantId, fileId, { form: 'plain', content });
  await writer.does(finishFile, 'file.finish', { fileId });
  const files = [{ fileId, name }];
  return writer.does(importBank, 'quiz.importBank', { organisationId, files, topic: '窗口服务' });
}
