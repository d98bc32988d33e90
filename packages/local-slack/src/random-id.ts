import { randomBytes } from 'node:crypto';

/** `length` capital letters and digits. */
export function randomId(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length).toUpperCase();
}
