import type { SyncContext } from './context.js';
import { readCouncilPage } from './council-page.js';
import { Unavailable } from './failures.js';
import { PageNotUnderstood } from './html.js';
import type { ListedCouncil } from './listing.js';
import type { Site } from './site.js';
import type { SyncedCouncil, SyncedDocument } from './state.js';

const MAX_PAGE_BYTES = 5_000_000;

/** A council of which nothing was read yet. */
export const unknownCouncil = ({ urn, name }: ListedCouncil, site: Site): SyncedCouncil => ({
  format: 1,
  urn,
  name,
  page: site.councilPage(urn),
  listed: null,
  complete: false,
  etag: null,
  lastModified: null,
  asked: null,
  fault: null,
  documents: [],
});

/** The council as its page lists it now, or with the reason for not knowing. */
export async function readCouncil(
  before: SyncedCouncil,
  context: SyncContext,
): Promise<SyncedCouncil> {
  const { client, state, now } = context;
  let html = '';
  try {
    const validators = before.asked ? before : undefined;
    const fetched = await client.fetch(before.page, { validators, maxBytes: MAX_PAGE_BYTES });
    const asked = now().toISOString();
    if (!fetched.changed) return { ...before, asked, fault: null };
    html = new TextDecoder().decode(fetched.bytes);
    const { documents } = readCouncilPage(html, fetched.url.href);
    const known = new Map(before.documents.map((each) => [each.url, each]));
    return {
      ...before,
      ...fetched.validators,
      asked,
      fault: null,
      documents: documents.map((each) => listedAgain(known.get(each.url), each)),
    };
  } catch (error) {
    if (error instanceof Unavailable)
      return { ...before, complete: false, fault: `Its page cannot be had: ${error.message}.` };
    if (!(error instanceof PageNotUnderstood)) throw error;
    const path = await state.keepPage(before.urn, html);
    return {
      ...before,
      complete: false,
      fault: `Its page is not laid out as this version knows it: ${error.message}; it is kept as ${path}.`,
    };
  }
}

function listedAgain(
  known: SyncedDocument | undefined,
  listed: Pick<SyncedDocument, 'url' | 'title' | 'visit' | 'published'>,
): SyncedDocument {
  if (!known)
    return {
      ...listed,
      file: null,
      sha256: null,
      etag: null,
      lastModified: null,
      asked: null,
      replaces: null,
      verdict: null,
      reasons: [],
      fault: null,
    };
  const isSame = known.published === listed.published;
  return isSame ? { ...known, ...listed } : { ...known, ...listed, asked: null, verdict: null };
}
