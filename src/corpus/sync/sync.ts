import { join } from 'node:path';
import type { LocalAuthority } from '../../domain/authority.js';
import type { Importer } from '../import/importer.js';
import { sweepUnfinished } from '../import/repository/atomic-write.js';
import { createClient } from './client.js';
import type { SyncContext } from './context.js';
import { type CouncilResult, isDue, syncCouncil } from './council.js';
import { diskFault, SyncStopped, Unavailable } from './failures.js';
import { PUBLISHED } from './files.js';
import { PageNotUnderstood } from './html.js';
import { type ListedCouncil, readListing } from './listing.js';
import { claimSync } from './lock.js';
import { openPace } from './pace.js';
import type { Site } from './site.js';
import { type SyncedListing, stateFolder, syncState } from './state.js';

/** What is synced, from where and how. */
export type SyncOptions = {
  site: Site;
  /** Who asks, for the header User-Agent. */
  agent: string;
  importer: Importer;
  /** The councils to bring up to date, each by its page, or all that the listing says changed. */
  councils: LocalAuthority[] | 'all';
  /** Milliseconds between requests; of Ofsted's own site never under a second. */
  interval: number;
  /** Milliseconds that one reply may take. */
  timeLimit: number;
  /** Requests in this run at most. */
  cap: number;
  now?: () => Date;
  /** Told after each council. */
  progress?: (done: number, total: number, council: CouncilResult) => void;
  /** Told after each document of a council that is being read. */
  onFile?: SyncContext['onFile'];
  signal?: AbortSignal;
};

/**
 * What a run did. `looked` is how many councils were looked at; `councils` are those that were read
 * further; `unlisted` are councils of the register that the listing does not have; `stopped` says
 * why the run ended early.
 */
export type SyncResult = {
  looked: number;
  councils: CouncilResult[];
  unlisted: string[];
  requests: number;
  stopped: string | null;
};

const LEAST_INTERVAL = 1_000;
const MAX_LISTING_BYTES = 5_000_000;
const MAX_LISTING_PAGES = 20;

/**
 * Brings the record up to date with what a site publishes, by the same import as any file. Whatever
 * ends it, what was stored stays, and the next run goes on from there.
 * @throws InspectionError where it cannot even begin: another sync is at work, or a full disk.
 */
export async function sync(options: SyncOptions): Promise<SyncResult> {
  const { site, importer, signal, onFile, now = () => new Date() } = options;
  const release = await claimSync(stateFolder(importer.folder)).catch((error) => {
    throw diskFault(error, importer.folder);
  });
  const result: SyncResult = {
    looked: 0,
    councils: [],
    unlisted: [],
    requests: 0,
    stopped: null,
  };
  try {
    await sweepUnfinished(join(importer.folder, PUBLISHED));
    const state = syncState(importer.folder, site.name);
    const interval = site.isOfsted ? Math.max(LEAST_INTERVAL, options.interval) : options.interval;
    const pace = await openPace(join(stateFolder(importer.folder), 'last-request'), interval);
    const client = createClient({ ...options, pace });
    try {
      await syncAll({ client, site, state, importer, now, signal, onFile }, options, result);
    } finally {
      result.requests = client.requests();
      await client.close();
    }
  } catch (error) {
    const fault = diskFault(error, importer.folder);
    if (!(fault instanceof SyncStopped)) throw fault;
    result.stopped = fault.message;
  } finally {
    await release();
  }
  return result;
}

async function syncAll(
  context: SyncContext,
  { councils, progress, importer }: SyncOptions,
  result: SyncResult,
): Promise<void> {
  const listed =
    councils === 'all'
      ? registered(await listing(context), importer.authorities)
      : councils.map(({ urn, name }) => ({ urn, name, latest: null }));
  result.looked = listed.length;
  if (councils === 'all') {
    const urns = new Set(listed.map(({ urn }) => urn));
    const missing = importer.authorities.filter(({ urn }) => !urns.has(urn));
    result.unlisted = missing.map(({ name }) => name);
  }
  const toRead = councils === 'all' ? await changed(listed, context) : listed;
  for (const council of toRead) {
    const read = await syncCouncil(council, context);
    result.councils.push(read);
    progress?.(result.councils.length, toRead.length, read);
    if (read.stopped) throw read.stopped;
  }
}

/** Councils by the names of the register, where it has them. */
function registered(listed: ListedCouncil[], register: LocalAuthority[]): ListedCouncil[] {
  const names = new Map(register.map(({ urn, name }) => [urn, name]));
  return listed.map((council) => ({ ...council, name: names.get(council.urn) ?? council.name }));
}

/** The councils with a newer report than when all they had was held, and those due for a look. */
async function changed(listed: ListedCouncil[], { state, now }: SyncContext) {
  const found: ListedCouncil[] = [];
  for (const council of listed) {
    const known = await state.council(council.urn);
    const isCurrent =
      known?.complete &&
      known.listed === council.latest &&
      [known, ...known.documents].every((each) => !isDue(each, now()));
    if (!isCurrent) found.push(council);
  }
  return found;
}

/** Every council that the site lists, page by page. */
async function listing({ client, site, state, now }: SyncContext): Promise<ListedCouncil[]> {
  const before = await state.listing();
  const pages: SyncedListing['pages'] = [];
  let html = '';
  try {
    for (let url: string | null = site.listing; url !== null; ) {
      const address: string = url;
      if (pages.some((page) => page.url === address) || pages.length >= MAX_LISTING_PAGES)
        throw new PageNotUnderstood('its pages have no end');
      const known = before?.pages.find((page) => page.url === address);
      const fetched = await client.fetch(address, {
        validators: known,
        maxBytes: MAX_LISTING_BYTES,
      });
      if (fetched.changed) {
        html = new TextDecoder().decode(fetched.bytes);
        pages.push({ url: address, ...fetched.validators, ...readListing(html, address) });
      } else if (known) pages.push(known);
      url = pages.at(-1)?.next ?? null;
    }
  } catch (error) {
    if (error instanceof Unavailable)
      throw new SyncStopped(`The listing of ${site.name} cannot be had: ${error.message}.`);
    if (!(error instanceof PageNotUnderstood)) throw error;
    const path = await state.keepPage('listing', html);
    throw new SyncStopped(
      `The listing of ${site.name} is not laid out as this version knows it: ${error.message}; it is kept as ${path}, and nothing else was read.`,
    );
  }
  await state.saveListing({ format: 1, asked: now().toISOString(), pages });
  const byUrn = new Map(pages.flatMap(({ councils }) => councils).map((each) => [each.urn, each]));
  return [...byUrn.values()];
}
