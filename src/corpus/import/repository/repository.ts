import { join } from 'node:path';
import { RecordedDocument } from '../../../domain/document.js';
import { filesIfAny } from '../../files.js';
import { readJson } from '../../read-json.js';
import { removeFile, sweepUnfinished, writeWhole } from './atomic-write.js';
import { slug } from './record-document.js';

type Stored = { path: string; document: RecordedDocument };

/** The imported documents in a folder: one file each, named after the visit. */
export type DocumentRepository = {
  folder: string;
  byChecksum(sha256: string): RecordedDocument | undefined;
  all(): RecordedDocument[];
  /** Saves a document, in place of what the same file gave before. */
  save(document: RecordedDocument): Promise<void>;
  /** Takes a document out; the other revisions of its visit move up. */
  remove(sha256: string): Promise<void>;
};

/**
 * Opens the folder, which need not exist, and clears away what an interrupted import left.
 * Documents of one visit are its revisions, numbered by their dates of publication and then by
 * their checksums, never by the order in which they came: the same documents make the same
 * repository.
 */
export async function openRepository(
  folder: string,
  nameOf: (urn: string) => string,
): Promise<DocumentRepository> {
  await sweepUnfinished(folder);
  const stored: Stored[] = [];
  const names = await filesIfAny(folder);
  for (const name of names.filter((n) => /^[^/\\]+[/\\][^/\\]+\.json$/.test(n))) {
    const path = join(folder, name);
    const { value } = await readJson(path, RecordedDocument);
    if (value) stored.push({ path, document: value });
  }

  const visitOf = (document: RecordedDocument): string => document.visits[0]?.id ?? '';
  const pathOf = ({ urn, source, visits }: RecordedDocument): string => {
    const visit = visits[0];
    const revision = source.revision > 1 ? `-r${source.revision}` : '';
    const name = `${visit?.start ?? visit?.period}-${slug(visit?.kind ?? '')}${revision}.json`;
    return join(folder, `${urn}-${slug(nameOf(urn))}`, name);
  };

  /**
   * Numbers a visit's documents, writes them, and only then removes the files that are nobody's any
   * more.
   */
  const renumber = async (visit: string, stale: string[]): Promise<void> => {
    const group = stored.filter((h) => visitOf(h.document) === visit).sort(byPublication);
    const numbered = group.map((entry, i) => ({
      entry,
      document: asRevision(entry.document, visit, i + 1),
    }));
    const before = new Set([...stale, ...group.map((h) => h.path)]);
    for (const { entry, document } of numbered.toReversed()) {
      entry.document = document;
      entry.path = pathOf(document);
      await writeWhole(entry.path, `${JSON.stringify(document, null, 2)}\n`);
    }
    const now = new Set(stored.map((h) => h.path));
    for (const path of before) if (path !== '' && !now.has(path)) await removeFile(path);
  };

  const takeOut = (sha256: string): Stored[] => {
    const taken = stored.filter((h) => h.document.source.sha256 === sha256);
    for (const entry of taken) stored.splice(stored.indexOf(entry), 1);
    return taken;
  };

  return {
    folder,
    byChecksum: (sha256) => stored.find((h) => h.document.source.sha256 === sha256)?.document,
    all: () => stored.map((h) => h.document),
    save: async (document) => {
      const taken = takeOut(document.source.sha256);
      stored.push({ path: '', document });
      await renumber(
        visitOf(document),
        taken.map((h) => h.path),
      );
      for (const other of new Set(taken.map((h) => visitOf(h.document))))
        if (other !== visitOf(document)) await renumber(other, []);
    },
    remove: async (sha256) => {
      const taken = takeOut(sha256);
      const paths = taken.map((h) => h.path);
      for (const visit of new Set(taken.map((h) => visitOf(h.document))))
        await renumber(visit, paths);
    },
  };
}

const asRevision = (
  document: RecordedDocument,
  visit: string,
  revision: number,
): RecordedDocument => ({
  ...document,
  source: {
    ...document.source,
    id: revision > 1 ? `${visit}-r${revision}` : visit,
    revision,
  },
});

function byPublication(a: Stored, b: Stored): number {
  const key = ({ document: { source } }: Stored) =>
    `${source.published?.date ?? source.dated?.date ?? ''} ${source.sha256}`;
  return key(a) < key(b) ? -1 : 1;
}
