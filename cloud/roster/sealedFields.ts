import type { Ports } from '../ports/ports';

/** Fields of a member that are sealed before they are stored (architecture.md "Keys"). */
export type SealedField = 'joined_on_sealed' | 'full_since_sealed' | 'mobile_sealed';

/** A value as it is stored; null stays null. */
export function sealField(
  ports: Pick<Ports, 'keyring'>,
  { tenantId, memberId }: { tenantId: string; memberId: string },
  column: SealedField,
  value: string | null,
): string | null {
  return value === null
    ? null
    : ports.keyring.seal(value, { tenantId, table: 'member', column, rowId: memberId });
}

/** The value behind what is stored. Throws when it is not of this member and field. */
export function openField(
  ports: Pick<Ports, 'keyring'>,
  { tenantId, memberId }: { tenantId: string; memberId: string },
  column: SealedField,
  sealed: string | null,
): string | null {
  return sealed === null
    ? null
    : ports.keyring.open(sealed, { tenantId, table: 'member', column, rowId: memberId });
}
