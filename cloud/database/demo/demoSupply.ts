import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { weekOf } from '../../../src/domain/calendar/weekOf';
import type { Ports } from '../../ports/ports';
import { askSupplySwap } from '../../study/supply/askSupplySwap';
import { laySupply } from '../../study/supply/laySupply';
import { readSupplyRota } from '../../study/supply/readSupplyRota';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** The committee's publicity officer whose shoes one steps into. */
const PUBLICITY = 'd0000003';
/** In this order; the second is the branch whose secretary one steps into. */
const suppliers = ['机关第一党支部', '机关第二党支部', '综合执法党支部', '检验检测中心党支部'];
/** Each has two turns. */
const WEEKS = 8;

/**
 * The supply rota of the demo bureau for the coming weeks; one branch asks the secretary whose shoes one steps into to
 * swap. Through the real use cases.
 */
export async function fillSupply(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const { member_id: publicityId } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('login_name', '=', PUBLICITY)
    .executeTakeFirstOrThrow();
  const publicity = await handOf(trx, ports, tenantId, publicityId, now);
  const { layFor } = await publicity.does(readSupplyRota, 'study.supplyRota', {});
  const [rota] = layFor;
  if (!rota) return;
  const supplierIds = suppliers.flatMap((name) => rota.suppliers.find((one) => one.name === name)?.id ?? []);
  const from = weekOf(shanghaiDay(now)).from;
  await publicity.does(laySupply, 'study.laySupply', {
    organisationId: rota.id,
    from,
    weeks: WEEKS,
    supplierIds,
  });
  const { turns } = await publicity.does(readSupplyRota, 'study.supplyRota', {});
  const [, asked, asking] = turns;
  if (!asked || !asking) return;
  const { member_id: secretaryId } = await trx
    .selectFrom('post')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', asking.supplier.id)
    .where('post', '=', 'secretary')
    .executeTakeFirstOrThrow();
  const secretary = await handOf(trx, ports, tenantId, secretaryId, now);
  await secretary.does(askSupplySwap, 'study.askSupplySwap', { turnId: asking.id, withTurnId: asked.id });
}
