import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** One key of the ring per purpose, so that a leak of one use tells nothing of another. */
export type KeyPurpose =
  | 'field'
  | 'blindIndex'
  | 'signInCode'
  | 'activation'
  | 'session'
  | 'tries'
  | 'ticket'
  | 'receipt'
  | 'auditSeal';

/** Where a sealed value lives; a value moved elsewhere does not open. */
export interface SealedPlace {
  tenantId: string;
  table: string;
  column: string;
  rowId: string;
}

/** The deployment's secrets (architecture.md "Keys"): newest first, older ones still open what they sealed. */
export interface Keyring {
  /** HMAC-SHA-256 under the newest key's subkey for `purpose`. */
  mac(purpose: KeyPurpose, text: string): Buffer;
  /** HMAC under every key, newest first: for looking up what an older key hashed. */
  macs(purpose: KeyPurpose, text: string): Buffer[];
  /** AES-256-GCM; result carries the key id: `id.nonce.ciphertext.tag` in base64url. */
  seal(plain: string, place: SealedPlace): string;
  /** Opens what `seal` made for the same place; throws when key, place or text do not fit. */
  open(sealed: string, place: SealedPlace): string;
}

/**
 * Reads `KEYS=id:base64,…` (each key at least 32 bytes).
 * Throws a sentence that says what to do when it is empty or malformed.
 */
export function parseKeys(keys: string): Keyring {
  const ring = keys
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const separator = entry.indexOf(':');
      const id = entry.slice(0, separator);
      const secret = Buffer.from(entry.slice(separator + 1), 'base64');
      if (separator < 1 || !/^[A-Za-z0-9_-]{1,20}$/.test(id) || secret.length < 32) {
        throw new Error('KEYS 的格式不对：应为 编号:base64，多把用逗号隔开，每把至少 32 字节');
      }
      return { id, secret };
    });
  const newest = ring[0];
  if (!newest)
    throw new Error('没有设置 KEYS。请用 openssl rand -base64 32 生成一把，写成 KEYS=1:生成的内容');
  const subkeys = new Map<string, Buffer>();
  const subkey = (key: { id: string; secret: Buffer }, purpose: KeyPurpose) => {
    const name = `${key.id}/${purpose}`;
    const known = subkeys.get(name);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', key.secret, 'morning-study', purpose, 32));
    subkeys.set(name, made);
    return made;
  };
  const macWith = (key: { id: string; secret: Buffer }, purpose: KeyPurpose, text: string) =>
    createHmac('sha256', subkey(key, purpose)).update(text).digest();
  return {
    mac: (purpose, text) => macWith(newest, purpose, text),
    macs: (purpose, text) => ring.map((key) => macWith(key, purpose, text)),
    seal: (plain, place) => {
      // 12 random bytes: the nonce size of NIST SP 800-38D
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', subkey(newest, 'field'), nonce);
      cipher.setAAD(associatedData(newest.id, place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [
        newest.id,
        ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url')),
      ].join('.');
    },
    open: (sealed, place) => {
      const [id, nonce, body, tag] = sealed.split('.');
      const key = ring.find((one) => one.id === id);
      if (!key || nonce === undefined || body === undefined || tag === undefined) {
        throw new Error('a sealed value names a key that is not in KEYS');
      }
      const decipher = createDecipheriv('aes-256-gcm', subkey(key, 'field'), Buffer.from(nonce, 'base64url'));
      decipher.setAAD(associatedData(key.id, place));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}

function associatedData(keyId: string, place: SealedPlace): Buffer {
  return Buffer.from([keyId, place.tenantId, place.table, place.column, place.rowId].join('|'), 'utf8');
}
