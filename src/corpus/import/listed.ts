import type { RecordedDocument } from '../../domain/document.js';
import type { DocumentDate } from '../../domain/source.js';

/** The address of a file on its publisher's site, and the day on which it came out there. */
export type Listed = { url: string; published: string | null };

/**
 * What is known of a file beside its text: what is told now (`published` by whoever imports it,
 * `listed` by the site), else what was told before.
 */
export function toldOf(
  before: RecordedDocument | undefined,
  published: string | undefined,
  listed: Listed | undefined,
): { given: DocumentDate | null; url: string | null } {
  const url = listed?.url ?? before?.source.url ?? null;
  if (published) return { url, given: { date: published, basis: 'given', note: null } };
  if (listed?.published)
    return { url, given: { date: listed.published, basis: 'listed', note: null } };
  const earlier = before?.source.published;
  const isTold = earlier?.basis === 'given' || earlier?.basis === 'listed';
  return { url, given: isTold ? earlier : null };
}

/** Whether the record's document says already what the site says of its file. */
export const saysListed = ({ source }: RecordedDocument, listed: Listed | undefined): boolean =>
  listed === undefined ||
  (source.url === listed.url &&
    (source.published?.basis === 'printed' ||
      listed.published === null ||
      source.published?.date === listed.published));
