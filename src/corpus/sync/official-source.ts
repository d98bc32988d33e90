import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { InspectionError } from '../../domain/errors.js';
import { createClient } from './client.js';
import { Unavailable } from './failures.js';
import { openPace } from './pace.js';
import type { Hosts } from './site.js';
import { stateFolder } from './state.js';

/** Where GOV.UK publishes, and where its files are. */
const GOV_UK_HOSTS = new Set(['www.gov.uk', 'assets.publishing.service.gov.uk']);
const govUk: Hosts = {
  name: 'www.gov.uk',
  allows: ({ protocol, host, username }) =>
    protocol === 'https:' && GOV_UK_HOSTS.has(host) && username === '',
};

/** A page of GOV.UK as its content API gives it: what is attached to it. */
const Content = z.object({
  details: z.object({ attachments: z.array(z.object({ url: z.string() })) }),
});

const MAX_BYTES = 50_000_000;

/** How a spreadsheet is fetched; the intervals and limits are those of a sync. */
export type OfficialOptions = {
  /** The folder of the record. */
  folder: string;
  agent: string;
  interval: number;
  timeLimit: number;
  /** The only site asked, in place of GOV.UK. */
  site: Hosts | null;
};

/**
 * The official spreadsheet's bytes: of a file, or from GOV.UK, by its own address or by that of the
 * page of statistics that it is attached to.
 * @throws InspectionError where it cannot be had.
 */
export async function officialSpreadsheet(
  source: string,
  options: OfficialOptions,
): Promise<{ file: string; bytes: Uint8Array }> {
  if (!/^https?:/i.test(source)) {
    const bytes = await readFile(source).catch((error: Error) => {
      throw new InspectionError(`${source} cannot be read (${error.message}).`);
    });
    return { file: basename(source), bytes: new Uint8Array(bytes) };
  }
  if (!URL.canParse(source)) throw new InspectionError(`“${source}” is no address.`);
  const pace = await openPace(join(stateFolder(options.folder), 'last-request'), options.interval);
  const client = createClient({ ...options, pace, site: options.site ?? govUk, cap: 20 });
  const bytesAt = async (url: string): Promise<Uint8Array> => {
    const fetched = await client.fetch(url, { maxBytes: MAX_BYTES });
    return fetched.changed ? fetched.bytes : new Uint8Array();
  };
  try {
    const url = isSpreadsheet(source) ? source : attached(await bytesAt(apiOf(source)), source);
    return { file: basename(new URL(url).pathname), bytes: await bytesAt(url) };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    throw new InspectionError(`${source} cannot be had: ${error.message}.`);
  } finally {
    await client.close();
  }
}

const isSpreadsheet = (url: string): boolean => new URL(url).pathname.endsWith('.ods');

/** The address at the content API of a page of GOV.UK. */
function apiOf(page: string): string {
  const url = new URL(page);
  const isApi = url.pathname.startsWith('/api/content/');
  return isApi ? url.href : `${url.origin}/api/content${url.pathname}`;
}

function attached(json: Uint8Array, source: string): string {
  const text = new TextDecoder().decode(json);
  const content = Content.safeParse(parsed(text));
  const found = content.data?.details.attachments.find(
    ({ url }) => URL.canParse(url, source) && isSpreadsheet(new URL(url, source).href),
  );
  if (!found) throw new InspectionError(`No spreadsheet (.ods) is attached to ${source}.`);
  return new URL(found.url, source).href;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
