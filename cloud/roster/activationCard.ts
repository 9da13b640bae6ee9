import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import {
  ACTIVATION_DAYS,
  activationCodeOf,
  printActivationCode,
} from '../../src/domain/identity/activationCode';
import type { Transaction } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';

/** A card's code in plain form, its hash and its days; the code is nowhere but in here. */
export interface ActivationCard {
  printed: string;
  hash: string;
  expiresAt: Date;
  expiresOn: string;
}

/** The card that follows from a secret `seed`: the same seed under the same key gives the same code. */
export function activationCardOf(ports: Ports, seed: string, now: Date): ActivationCard {
  const plain = activationCodeOf(ports.keyring.mac('activation', `card|${seed}`));
  const expiresAt = new Date(now.getTime() + ACTIVATION_DAYS * 86_400_000);
  return {
    printed: printActivationCode(plain),
    hash: ports.keyring.mac('activation', plain).toString('base64url'),
    expiresAt,
    expiresOn: shanghaiDay(expiresAt),
  };
}

/** Puts a card in force and ends the member's older unused ones. */
export async function putCardInForce(
  trx: Transaction,
  holder: { tenantId: string; memberId: string },
  card: ActivationCard,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('gate.activation_code')
    .set({ revoked_at: now })
    .where('tenant_id', '=', holder.tenantId)
    .where('member_id', '=', holder.memberId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await trx
    .insertInto('gate.activation_code')
    .values({
      code_hash: card.hash,
      tenant_id: holder.tenantId,
      member_id: holder.memberId,
      issued_at: now,
      expires_at: card.expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute();
}
