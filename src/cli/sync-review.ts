import type { SyncedCouncil, SyncedDocument } from '../corpus/sync/state.js';

/** Whether a person should look at what a sync made of a document. */
export const needsReview = ({ verdict, fault, reasons }: SyncedDocument): boolean =>
  fault !== null || (verdict === 'rejected' && !reasons.some(({ code }) => code === 'duplicate'));

/**
 * What syncs could not read, in the fields of `ofsted review --json`: documents without a layout or
 * without a file, and pages that were not understood. What is asked about documents that were read
 * is not among them.
 */
export const syncedToReview = (councils: SyncedCouncil[]) =>
  councils.flatMap(({ name, page, fault, documents }) => [
    ...(fault ? [{ ...NOTHING, title: `${name}, Ofsted’s page`, url: page, fault }] : []),
    ...documents.filter(needsReview).map(({ file, title, published, url, reasons, ...each }) => ({
      ...NOTHING,
      file,
      open: each.fault ? [] : reasons,
      fault: each.fault,
      title: `${name}: ${title}`,
      published,
      url,
    })),
  ]);

const NOTHING = { path: null, file: null, kind: null, open: [], fault: null, published: null };
