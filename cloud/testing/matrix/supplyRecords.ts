import { addDays } from '../../../src/domain/calendar/shanghai';
import { insertTurns } from '../../study/supply/supplyRepository';
import { insertSwap } from '../../swap/swapRepository';
import { type TreeKey, tree } from './columns';
import type { Scribe } from './scribe';

/** Turns of the supply rota (轮值供稿) of an organisation, and questions about them. */
export interface SupplyRecords {
  /** Who takes turns in the rotas that the organisation lays: one right below, or itself where there is none. */
  supplierId: string;
  /** A week of the organisation as supplier; of a committee, a week of the rota that it lays. */
  supplyTurn: string;
  /** Whose pieces that week is for. */
  supplyPublisherId: string;
  /** Another week of the same rota, of somebody else. */
  otherSupplyTurn: string;
  /** A swap that the organisation has asked for, and one that it is asked for. */
  askedSupplySwap: string;
  supplySwapToAnswer: string;
}

const treeKeys = Object.keys(tree) as TreeKey[];
const isCommittee = (key: TreeKey) =>
  tree[key].level === 'organCommittee' || tree[key].level === 'leadingGroup';

/** The committee that an organisation supplies, or the committee itself. */
function publisherOf(key: TreeKey): TreeKey {
  const { parent } = tree[key];
  return isCommittee(key) || parent === null ? key : publisherOf(parent);
}

/** Adds them; every organisation has weeks of its own. What a committee's rota has is of somebody without a column. */
export async function addSupply(
  { trx, tenantId, newId, authorId }: Scribe,
  key: TreeKey,
  idOf: (key: TreeKey) => string,
): Promise<SupplyRecords> {
  const publisherId = idOf(publisherOf(key));
  const own = idOf(isCommittee(key) ? 'foreignGroup' : key);
  const other = idOf(key === 'sibling' ? 'branch' : 'sibling');
  const add = async (supplierId: string, nth: number) => {
    const id = newId();
    const week = addDays('2026-11-30', 7 * (4 * treeKeys.indexOf(key) + nth));
    await insertTurns(trx, tenantId, [{ id, publisherId, supplierId, week, isTold: true, laidBy: authorId }]);
    return id;
  };
  const [supplyTurn, otherSupplyTurn] = [await add(own, 0), await add(other, 1)];
  const [asking, asked] = [await add(own, 2), await add(other, 3)];
  const [askedSupplySwap, supplySwapToAnswer] = [newId(), newId()];
  await insertSwap(trx, 'supply_swap', tenantId, {
    id: askedSupplySwap,
    turnId: asking,
    withTurnId: otherSupplyTurn,
    sides: { asking_id: own, asked_id: other },
    askedBy: authorId,
  });
  await insertSwap(trx, 'supply_swap', tenantId, {
    id: supplySwapToAnswer,
    turnId: asked,
    withTurnId: supplyTurn,
    sides: { asking_id: other, asked_id: own },
    askedBy: authorId,
  });
  const below = treeKeys.find((one) => tree[one].parent === key && !isCommittee(one));
  return {
    supplierId: idOf(below ?? key),
    supplyTurn,
    supplyPublisherId: publisherId,
    otherSupplyTurn,
    askedSupplySwap,
    supplySwapToAnswer,
  };
}
