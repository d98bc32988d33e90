import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Urn } from '../../domain/authority.js';
import { Reason } from '../../domain/document.js';
import { filesIfAny } from '../files.js';
import { writeWhole } from '../import/repository/atomic-write.js';
import { readJson } from '../read-json.js';

const ValidatorFields = {
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
};

/**
 * A document that a council's page lists, with what is held of it. `file` is its file under
 * `published/`, set before the file is there; `replaces` is the checksum of the file that it takes
 * the place of, until that is out of the record. `verdict` is what the import made of it. `fault`
 * says why the file is not held.
 */
export const SyncedDocument = z.strictObject({
  url: z.string(),
  title: z.string(),
  visit: z.iso.date().nullable(),
  published: z.iso.date().nullable(),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  ...ValidatorFields,
  asked: z.iso.datetime().nullable(),
  replaces: z.string().nullable(),
  verdict: z.enum(['imported', 'needs_review', 'rejected']).nullable(),
  reasons: z.array(Reason),
  fault: z.string().nullable(),
});
export type SyncedDocument = z.infer<typeof SyncedDocument>;

/**
 * What is known of a council from its page. `listed` is the day of the newest report that the
 * listing gave when everything on the page was held; `fault` says why the page was not read.
 */
export const SyncedCouncil = z.strictObject({
  format: z.literal(1),
  urn: Urn,
  name: z.string(),
  page: z.string(),
  listed: z.iso.date().nullable(),
  complete: z.boolean(),
  ...ValidatorFields,
  asked: z.iso.datetime().nullable(),
  fault: z.string().nullable(),
  documents: z.array(SyncedDocument),
});
export type SyncedCouncil = z.infer<typeof SyncedCouncil>;

const SyncedListing = z.strictObject({
  format: z.literal(1),
  asked: z.iso.datetime(),
  pages: z.array(
    z.strictObject({
      url: z.string(),
      ...ValidatorFields,
      councils: z.array(
        z.strictObject({ urn: Urn, name: z.string(), latest: z.iso.date().nullable() }),
      ),
      next: z.string().nullable(),
    }),
  ),
});
export type SyncedListing = z.infer<typeof SyncedListing>;

/** Hidden, so that nothing that reads a record takes it for a part of it. */
const STATE = '.sync';

/** What syncs of one site have learned, beside the record in `folder`. */
export type SyncState = {
  folder: string;
  listing(): Promise<SyncedListing | null>;
  saveListing(listing: SyncedListing): Promise<void>;
  council(urn: string): Promise<SyncedCouncil | null>;
  saveCouncil(council: SyncedCouncil): Promise<void>;
  /** Keeps a page that was not understood, for somebody to look at. */
  keepPage(name: string, html: string): Promise<string>;
};

/** A file of it that cannot be read is as good as none: what it held is asked again. */
export function syncState(folder: string, site: string): SyncState {
  const inside = join(folder, STATE, site.replace(/[^\w.-]/g, '-'));
  const councilFile = (urn: string): string => join(inside, 'councils', `${urn}.json`);
  const save = (path: string, value: unknown): Promise<void> =>
    writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
  return {
    folder: inside,
    listing: async () => (await readJson(join(inside, 'listing.json'), SyncedListing)).value,
    saveListing: (listing) => save(join(inside, 'listing.json'), listing),
    council: async (urn) => (await readJson(councilFile(urn), SyncedCouncil)).value,
    saveCouncil: (council) => save(councilFile(council.urn), council),
    keepPage: async (name, html) => {
      const path = join(inside, 'not-understood', `${name}.html`);
      await writeWhole(path, html);
      return path;
    },
  };
}

/** Every council that a sync has read for the record in `folder`, of all sites. */
export async function syncedCouncils(folder: string): Promise<SyncedCouncil[]> {
  const names = await filesIfAny(join(folder, STATE));
  const read = await Promise.all(
    names
      .filter((name) => /[/\\]councils[/\\]\d+\.json$/.test(name))
      .map((name) => readJson(join(folder, STATE, name), SyncedCouncil)),
  );
  return read.flatMap(({ value }) => value ?? []);
}

/**
 * When all councils were last looked through for new reports, as an ISO time, or `null`. Only a
 * listing that was read to its end counts.
 */
export async function lastLooked(folder: string): Promise<string | null> {
  const sites = await readdir(join(folder, STATE), { withFileTypes: true }).catch(() => []);
  const times = await Promise.all(
    sites
      .filter((each) => each.isDirectory())
      .map(({ name }) => readJson(join(folder, STATE, name, 'listing.json'), SyncedListing)),
  );
  const asked = times.flatMap(({ value }) => value?.asked ?? []);
  return asked.sort().at(-1) ?? null;
}

/** The folder, beside the record, of what a sync of a site keeps. */
export const stateFolder = (folder: string): string => join(folder, STATE);

/** The bytes of a file, or `null` where there is none. */
export const bytesIfAny = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
