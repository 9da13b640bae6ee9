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
  | 'link'
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
  /** As `seal`, for the bytes of a whole file: length of the key id (1 byte), key id, nonce, tag, ciphertext. */
  sealBytes(plain: Buffer, place: SealedPlace): Buffer;
  /** Opens what `sealBytes` made for the same place; throws as `open` does. */
  openBytes(sealed: Buffer, place: SealedPlace): Buffer;
}

/** What a sealed value consists of besides its key's id. */
interface SealedParts {
  nonce: Buffer | undefined;
  body: Buffer | undefined;
  tag: Buffer | undefined;
}

/** The nonce and the tag of GCM, NIST SP 800-38D. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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
  const encrypt = (plain: Buffer, place: SealedPlace) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', subkey(newest, 'field'), nonce);
    cipher.setAAD(associatedData(newest.id, place));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { nonce, body, tag: cipher.getAuthTag() };
  };
  const decrypt = (id: string, { nonce, body, tag }: SealedParts, place: SealedPlace) => {
    const key = ring.find((one) => one.id === id);
    if (!key || !nonce || !body || !tag) throw new Error('a sealed value names a key that is not in KEYS');
    const decipher = createDecipheriv('aes-256-gcm', subkey(key, 'field'), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associatedData(key.id, place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  };
  return {
    mac: (purpose, text) => macWith(newest, purpose, text),
    macs: (purpose, text) => ring.map((key) => macWith(key, purpose, text)),
    seal: (plain, place) => {
      const { nonce, body, tag } = encrypt(Buffer.from(plain, 'utf8'), place);
      return [newest.id, ...[nonce, body, tag].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed, place) => {
      const [id, nonce, body, tag] = sealed.split('.');
      if (id === undefined || nonce === undefined || body === undefined || tag === undefined) {
        throw new Error('a sealed value names a key that is not in KEYS');
      }
      const parts = [nonce, body, tag].map((part) => Buffer.from(part, 'base64url'));
      return decrypt(id, { nonce: parts[0], body: parts[1], tag: parts[2] }, place).toString('utf8');
    },
    sealBytes: (plain, place) => {
      const { nonce, body, tag } = encrypt(plain, place);
      const id = Buffer.from(newest.id, 'ascii');
      return Buffer.concat([Buffer.from([id.length]), id, nonce, tag, body]);
    },
    openBytes: (sealed, place) => {
      let at = 0;
      const take = (length: number) => {
        const part = sealed.subarray(at, at + length);
        at += length;
        return part;
      };
      const id = take(take(1)[0] ?? 0).toString('ascii');
      return decrypt(
        id,
        { nonce: take(NONCE_BYTES), tag: take(TAG_BYTES), body: take(sealed.length) },
        place,
      );
    },
  };
}

function associatedData(keyId: string, place: SealedPlace): Buffer {
  return Buffer.from([keyId, place.tenantId, place.table, place.column, place.rowId].join('|'), 'utf8');
}
