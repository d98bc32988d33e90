import { InspectionError } from '../../domain/errors.js';
import { ROBOT } from './robots.js';

/** An e-mail address or a web page. */
const CONTACT = /^(?:[^\s@()<>]+@[^\s@()<>]+|https?:\/\/[^\s()<>]+)$/;

/**
 * How a sync says who asks: the program with its version, and whom to turn to.
 * @throws InspectionError where `contact` is none, or is missing though it is `needed`.
 */
export function userAgent(version: string, contact: string | undefined, needed: boolean): string {
  const given = contact?.trim() ?? '';
  if (given === '' && needed)
    throw new InspectionError(
      'Set SYNC_CONTACT to your e-mail address or web page: the site is told with every request whom to turn to.',
    );
  if (given !== '' && !(CONTACT.test(given) && /^[\x21-\x7e]+$/.test(given)))
    throw new InspectionError(
      'SYNC_CONTACT must be an e-mail address or a web page, such as name@example.org.',
    );
  return `${ROBOT}/${version}${given ? ` (+${given})` : ''}`;
}
