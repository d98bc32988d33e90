import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals text so that whoever reads the database alone can neither read nor alter it. What is sealed
 * for one `place` opens in no other.
 */
export type Sealing = {
  seal: (text: string, place: string) => string;
  /** Null where it was sealed with another secret or for another place, or was altered. */
  open: (sealed: string, place: string) => string | null;
  /** Seals anew what the first secret does not open and a later one does; else null. */
  renew: (sealed: string, place: string) => string | null;
};

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** Source: NIST SP 800-38D, 8.2: an initialisation vector of 96 bits. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with a key made of a secret (HKDF, SHA-256) for one `use`. Of several secrets the first one
 * seals, and each opens, so that a secret can be replaced.
 */
export function createSealing(secrets: string | readonly string[], use: string): Sealing {
  const keys = [secrets].flat().map((secret) => keyOf(secret, use));
  const [first] = keys;
  if (first === undefined) throw new Error('Nothing can be sealed without a secret.');
  const seal: Sealing['seal'] = (text, place) => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, first, iv).setAAD(Buffer.from(place));
    const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64');
  };
  const open: Sealing['open'] = (sealed, place) => {
    for (const key of keys) {
      const text = openedWith(key, sealed, place);
      if (text !== null) return text;
    }
    return null;
  };
  return {
    seal,
    open,
    renew: (sealed, place) => {
      if (openedWith(first, sealed, place) !== null) return null;
      const text = open(sealed, place);
      return text === null ? null : seal(text, place);
    },
  };
}

/**
 * Gives a name for a text that is always the same and tells nothing of it to whoever lacks the
 * secret (HMAC, SHA-256), for one `use`.
 */
export function createNaming(secrets: readonly string[], use: string): (text: string) => string {
  const [secret] = secrets;
  if (secret === undefined) throw new Error('Nothing can be named without a secret.');
  const key = keyOf(secret, use);
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}

const keyOf = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', use, KEY_BYTES));

function openedWith(key: Buffer, sealed: string, place: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const closed = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(closed), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
